/// What an author may have otherwise.
@NullMarked
package stemma.ui.settings;

import org.jspecify.annotations.NullMarked;
