/// What differs between two stores that should hold the same prompts. Blocks, tells its progress, can be cancelled, and
/// knows no user interface.
@NullMarked
package stemma.transfer.drift;

import org.jspecify.annotations.NullMarked;
