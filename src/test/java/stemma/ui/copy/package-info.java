@NullMarked
package stemma.ui.copy;

import org.jspecify.annotations.NullMarked;
