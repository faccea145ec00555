package stemma.ui.common;

import javafx.scene.Node;
import javafx.scene.Scene;

/// Where the keyboard is. Used on the FX thread only.
public final class Keyboard {
    private Keyboard() {}

    /// Whether a node, or one below it, has the keyboard. [Node#isFocusWithin()] says so too of a node that asked for the
    /// keyboard before it was in a scene, and did not get it.
    public static boolean isIn(Node node) {
        Scene scene = node.getScene();
        for (Node at = scene == null ? null : scene.getFocusOwner(); at != null; at = at.getParent()) {
            if (at == node) {
                return true;
            }
        }
        return false;
    }
}
