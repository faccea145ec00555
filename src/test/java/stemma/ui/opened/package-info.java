/// Settings, without a toolkit.
@NullMarked
package stemma.ui.opened;

import org.jspecify.annotations.NullMarked;
