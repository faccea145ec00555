package stemma.ui.text;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;

/// Keeps the caret of a growing editor in view: it scrolls the pane around the editor, because the editor itself
/// has nothing to scroll.
final class CaretFollower {
    private static final double MARGIN = 12;

    private CaretFollower() {}

    static void follow(TextSurface surface) {
        ScrollPane pane = paneAround(surface.node());
        Bounds caret = surface.caretOnScreen();
        if (pane == null || caret == null || pane.getContent() == null) {
            return;
        }
        Bounds inContent = pane.getContent().screenToLocal(caret);
        double content = pane.getContent().getLayoutBounds().getHeight();
        double view = pane.getViewportBounds().getHeight();
        if (inContent == null || content <= view) {
            return;
        }
        double top = pane.getVvalue() * (content - view);
        double wanted = top;
        if (inContent.getMinY() - MARGIN < top) {
            wanted = inContent.getMinY() - MARGIN;
        } else if (inContent.getMaxY() + MARGIN > top + view) {
            wanted = inContent.getMaxY() + MARGIN - view;
        }
        if (wanted != top) {
            pane.setVvalue(Math.clamp(wanted / (content - view), 0, 1));
        }
    }

    private static @Nullable ScrollPane paneAround(Node node) {
        for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrollPane pane) {
                return pane;
            }
        }
        return null;
    }
}
