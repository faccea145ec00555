/// Shortcuts, without a toolkit.
@NullMarked
package stemma.ui.shortcuts;

import org.jspecify.annotations.NullMarked;
