/// Settings, without a toolkit.
@NullMarked
package stemma.update;

import org.jspecify.annotations.NullMarked;
