/// Settings, without a toolkit.
@NullMarked
package stemma.ui.settings;

import org.jspecify.annotations.NullMarked;
