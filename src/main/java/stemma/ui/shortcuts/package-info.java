/// The shortcuts of every command, and changing them.
@NullMarked
package stemma.ui.shortcuts;

import org.jspecify.annotations.NullMarked;
