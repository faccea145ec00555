@NullMarked
package stemma.transfer.promptfile;

import org.jspecify.annotations.NullMarked;
