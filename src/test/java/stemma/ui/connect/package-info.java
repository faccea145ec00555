/// The remembered stores, without a toolkit.
@NullMarked
package stemma.ui.connect;

import org.jspecify.annotations.NullMarked;
