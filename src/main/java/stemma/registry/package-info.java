/// Use cases that the window and the command line share. They block and know no user interface.
@NullMarked
package stemma.registry;

import org.jspecify.annotations.NullMarked;
