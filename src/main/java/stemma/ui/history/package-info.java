/// A prompt's versions and its stage history.
@NullMarked
package stemma.ui.history;

import org.jspecify.annotations.NullMarked;
