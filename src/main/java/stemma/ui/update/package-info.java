/// Tells quietly of a newer version of the program, for those who want that.
@NullMarked
package stemma.ui.update;

import org.jspecify.annotations.NullMarked;
