/// The guided look, without a toolkit.
@NullMarked
package stemma.ui.tour;

import org.jspecify.annotations.NullMarked;
