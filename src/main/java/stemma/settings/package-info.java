/// What is remembered between runs, and where it is kept.
@NullMarked
package stemma.settings;

import org.jspecify.annotations.NullMarked;
