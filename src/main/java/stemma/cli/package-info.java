/// The command line: one class per command, over the same use cases as the window. Knows no window.
@NullMarked
package stemma.cli;

import org.jspecify.annotations.NullMarked;
