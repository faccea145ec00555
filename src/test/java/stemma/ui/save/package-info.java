@NullMarked
package stemma.ui.save;

import org.jspecify.annotations.NullMarked;
