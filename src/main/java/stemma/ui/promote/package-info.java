/// Moving a stage after seeing what that changes.
@NullMarked
package stemma.ui.promote;

import org.jspecify.annotations.NullMarked;
