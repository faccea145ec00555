/// Copying prompts to another store: first what would happen, then the copy.
@NullMarked
package stemma.ui.copy;

import org.jspecify.annotations.NullMarked;
