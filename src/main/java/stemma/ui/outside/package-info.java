/// Versions that another program changed: what to do about each.
@NullMarked
package stemma.ui.outside;

import org.jspecify.annotations.NullMarked;
