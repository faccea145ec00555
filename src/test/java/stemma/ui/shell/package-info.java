@NullMarked
package stemma.ui.shell;

import org.jspecify.annotations.NullMarked;
