@NullMarked
package stemma.ui.drift;

import org.jspecify.annotations.NullMarked;
