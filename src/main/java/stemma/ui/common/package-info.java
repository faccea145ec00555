/// What every screen needs: tasks, dialogs, notices, texts, themes and the FXML loader.
@NullMarked
package stemma.ui.common;

import org.jspecify.annotations.NullMarked;
