/// Exports, checked by the programs that read them.
@NullMarked
package stemma.diff.export;

import org.jspecify.annotations.NullMarked;
