@NullMarked
package stemma.transfer.copy;

import org.jspecify.annotations.NullMarked;
