/// Settings, without a toolkit.
@NullMarked
package stemma.ui.update;

import org.jspecify.annotations.NullMarked;
