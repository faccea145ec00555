/// Import and export. Everything here blocks, tells its progress, can be cancelled, and knows no user interface.
@NullMarked
package stemma.transfer;

import org.jspecify.annotations.NullMarked;
