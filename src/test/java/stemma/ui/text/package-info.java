/// The text control through its own interface, with a real toolkit and no display.
@NullMarked
package stemma.ui.text;

import org.jspecify.annotations.NullMarked;
