/// Copying prompts from one store to another, with a dry run. Blocks, tells its progress, can be cancelled and done
/// again, and knows no user interface.
@NullMarked
package stemma.transfer.copy;

import org.jspecify.annotations.NullMarked;
