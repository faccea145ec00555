/// The window: puts the screens together, keeps what they share and remembers how it looked.
@NullMarked
package stemma.ui.shell;

import org.jspecify.annotations.NullMarked;
