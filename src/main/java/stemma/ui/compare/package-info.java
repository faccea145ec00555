/// The compare screen: two contents side by side, aligned while wrapped, down to words.
@NullMarked
package stemma.ui.compare;

import org.jspecify.annotations.NullMarked;
