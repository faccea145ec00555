/// The list of prompts, as folders and flat, with its filter.
@NullMarked
package stemma.ui.browser;

import org.jspecify.annotations.NullMarked;
