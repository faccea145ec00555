/// The other side of a store that is a copy: how far both are apart, fetching, merging, sending, and clashes.
@NullMarked
package stemma.ui.sync;

import org.jspecify.annotations.NullMarked;
