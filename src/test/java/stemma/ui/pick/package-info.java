/// Choosing a version, without a toolkit.
@NullMarked
package stemma.ui.pick;

import org.jspecify.annotations.NullMarked;
