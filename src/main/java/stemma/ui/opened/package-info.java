/// A prompt file that somebody opened: what it holds, and what to do with it.
@NullMarked
package stemma.ui.opened;

import org.jspecify.annotations.NullMarked;
