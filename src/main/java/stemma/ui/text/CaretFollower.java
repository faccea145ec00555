package stemma.ui.text;

import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import org.jspecify.annotations.Nullable;
import stemma.ui.common.AfterLayout;

/// Keeps the caret of a growing editor in view: it scrolls the pane around the editor, because the editor itself
/// has nothing to scroll.
final class CaretFollower {
    private static final double MARGIN = 12;

    /// The text becomes as tall as its lines in the layout after the one that lays the lines out.
    private static final int LAYOUTS = 2;

    private CaretFollower() {}

    /// Follows at once, and again when what has changed is laid out: only then is known how tall the text is now.
    ///
    /// @param surface the one shown when it is followed
    /// @param covered how many pixels of the view something above the text hides
    static void followSoon(Supplier<TextSurface> surface, DoubleSupplier covered) {
        Platform.runLater(() -> {
            follow(surface.get(), covered.getAsDouble());
            afterLayout(surface, covered, LAYOUTS);
        });
    }

    private static void afterLayout(Supplier<TextSurface> surface, DoubleSupplier covered, int times) {
        if (times > 0) {
            afterLayout(surface.get().node(), () -> {
                follow(surface.get(), covered.getAsDouble());
                afterLayout(surface, covered, times - 1);
            });
        }
    }

    /// Outside a scene nothing is laid out, and nothing is done.
    static void afterLayout(Node node, Runnable action) {
        Scene scene = node.getScene();
        if (scene == null) {
            return;
        }
        AfterLayout.once(scene, action);
    }

    private static void follow(TextSurface surface, double covered) {
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
        double top = top(pane, pane.getContent());
        double wanted = top;
        if (inContent.getMinY() - MARGIN - covered < top) {
            wanted = inContent.getMinY() - MARGIN - covered;
        } else if (inContent.getMaxY() + MARGIN > top + view) {
            wanted = inContent.getMaxY() + MARGIN - view;
        }
        if (wanted != top) {
            pane.setVvalue(Math.clamp(wanted / (content - view), 0, 1));
        }
    }

    /// How far the pane is scrolled down, in pixels.
    static double top(ScrollPane pane, Node content) {
        double hidden = content.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
        return pane.getVvalue() * Math.max(0, hidden);
    }

    static @Nullable ScrollPane paneAround(Node node) {
        for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
            if (parent instanceof ScrollPane pane) {
                return pane;
            }
        }
        return null;
    }
}
