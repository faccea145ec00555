package stemma.ui.common;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.TableView;

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

    /// Chooses the first row of a list that the keyboard comes to while nothing is chosen. JavaFX draws that row as if it
    /// were, but what is done to what is chosen finds nothing, and in a list of one row no arrow key mends that.
    public static void choosesFirst(ListView<?> list) {
        choosesFirst(list, list.getSelectionModel());
    }

    /// The same for a table.
    public static void choosesFirst(TableView<?> table) {
        choosesFirst(table, table.getSelectionModel());
    }

    /// A press of the mouse brings the keyboard too, and chooses by itself.
    private static void choosesFirst(Node node, MultipleSelectionModel<?> chosen) {
        node.focusedProperty().subscribe(is -> {
            if (is && !node.isPressed() && chosen.isEmpty()) {
                chosen.selectFirst();
            }
        });
    }
}
