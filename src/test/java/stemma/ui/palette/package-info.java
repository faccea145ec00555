/// Finding by a few letters, without a toolkit.
@NullMarked
package stemma.ui.palette;

import org.jspecify.annotations.NullMarked;
