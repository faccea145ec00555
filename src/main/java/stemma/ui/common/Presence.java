package stemma.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Labeled;

/// Nodes that are seen only now and then and take no room meanwhile. For the FX thread only.
public final class Presence {
    private Presence() {}

    /// Shows a node as long as a condition holds.
    public static void bind(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }

    /// Shows a label as long as it has something to say.
    public static void bindText(Labeled label, ObservableValue<String> text) {
        label.textProperty().bind(text);
        bind(label, label.textProperty().isNotEmpty());
    }
}
