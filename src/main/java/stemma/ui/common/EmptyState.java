package stemma.ui.common;

import javafx.beans.DefaultProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What stands in the middle of a place where there is nothing yet: what that means, and what can be done. Its texts
/// wrap, and it scrolls where its place is too low.
@DefaultProperty("items")
public final class EmptyState extends UncachedScrollPane {
    private final VBox box = new VBox();

    public EmptyState() {
        this(new Node[0]);
    }

    public EmptyState(Node... items) {
        box.getStyleClass().add("empty-state");
        box.getChildren().subscribe(() -> box.getChildren().forEach(EmptyState::keepWhole));
        box.getChildren().addAll(items);
        getStyleClass().add("edge-to-edge");
        setContent(box);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinSize(0, 0);
    }

    /// From the top down.
    public ObservableList<Node> getItems() {
        return box.getChildren();
    }

    private static void keepWhole(Node item) {
        if (item instanceof Labeled labeled) {
            labeled.setWrapText(true);
            labeled.setMinHeight(Region.USE_PREF_SIZE);
        }
    }
}
