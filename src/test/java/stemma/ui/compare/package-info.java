/// The compare screen's rows, folds and steps, without a toolkit; and what it looks like.
@NullMarked
package stemma.ui.compare;

import org.jspecify.annotations.NullMarked;
