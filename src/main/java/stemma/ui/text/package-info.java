/// The text control of the editor. Screens see [stemma.ui.text.PromptTextEditor] and nothing of the libraries
/// behind it. Everything here runs on the FX thread, except for colouring, which an executor computes.
@NullMarked
package stemma.ui.text;

import org.jspecify.annotations.NullMarked;
