@NullMarked
package stemma.ui.sync;

import org.jspecify.annotations.NullMarked;
