/// The same prompts in two stores side by side.
@NullMarked
package stemma.ui.drift;

import org.jspecify.annotations.NullMarked;
