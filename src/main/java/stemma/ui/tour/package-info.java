/// The guided look: a few callouts beside the real controls, one after the other.
@NullMarked
package stemma.ui.tour;

import org.jspecify.annotations.NullMarked;
