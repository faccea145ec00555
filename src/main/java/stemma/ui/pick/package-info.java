/// Chooses a version of any prompt in any store.
@NullMarked
package stemma.ui.pick;

import org.jspecify.annotations.NullMarked;
