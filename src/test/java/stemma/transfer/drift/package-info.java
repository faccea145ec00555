@NullMarked
package stemma.transfer.drift;

import org.jspecify.annotations.NullMarked;
