/// The stores that are remembered: adding, editing, ordering and trying them.
@NullMarked
package stemma.ui.connect;

import org.jspecify.annotations.NullMarked;
