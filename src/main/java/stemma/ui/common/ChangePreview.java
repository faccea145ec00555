package stemma.ui.common;

import java.util.Optional;
import javafx.scene.Node;
import stemma.prompt.Content;

/// Shows what changes from one content to another; for dialogs that ask before something changes.
@FunctionalInterface
public interface ChangePreview {
    /// @param before empty when there was nothing
    Node between(Optional<Content> before, Content after);
}
