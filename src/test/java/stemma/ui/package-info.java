/// What tests of the window share.
@NullMarked
package stemma.ui;

import org.jspecify.annotations.NullMarked;
