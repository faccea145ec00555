/// Template syntaxes: which variables a text uses, what is wrong with it, what it becomes when values are filled
/// in. Pure functions of their input: safe on every thread, never throwing on any text, in time proportional to
/// its length.
@NullMarked
package stemma.template;

import org.jspecify.annotations.NullMarked;
