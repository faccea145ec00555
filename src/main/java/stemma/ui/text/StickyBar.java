package stemma.ui.text;

import javafx.beans.binding.BooleanExpression;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// Keeps the find bar of a growing editor on the screen: the pane around the editor scrolls to what was found, and
/// would take the bar away from the mouse that presses its arrows.
final class StickyBar {
    private final Region editor;
    private final Node bar;
    private Subscription following = Subscription.EMPTY;

    StickyBar(Region editor, Node bar, BooleanExpression wanted) {
        this.editor = editor;
        this.bar = bar;
        bar.setViewOrder(-1);
        wanted.subscribe(this::stick);
    }

    private void stick(boolean wanted) {
        following.unsubscribe();
        following = Subscription.EMPTY;
        bar.setTranslateY(0);
        ScrollPane pane = CaretFollower.paneAround(editor);
        if (wanted && pane != null) {
            following = Subscription.combine(
                    pane.vvalueProperty().subscribe(_ -> place(pane)),
                    pane.viewportBoundsProperty().subscribe(_ -> place(pane)),
                    editor.layoutBoundsProperty().subscribe(_ -> place(pane)),
                    editor.localToSceneTransformProperty().subscribe(_ -> place(pane)));
            CaretFollower.afterLayout(editor, () -> bringToTop(pane));
        }
    }

    /// A bar that begins further down would still move once, to the top of the pane, when it is scrolled.
    private void bringToTop(ScrollPane pane) {
        double down = -hidden(pane);
        double most = pane.getContent().getLayoutBounds().getHeight()
                - pane.getViewportBounds().getHeight();
        if (down > 0 && most > 0) {
            pane.setVvalue(Math.clamp(pane.getVvalue() + down / most, 0, 1));
        }
    }

    /// How far the bar's own place is above what the pane shows, in pixels; negative where it is further down.
    private double hidden(ScrollPane pane) {
        Node content = pane.getContent();
        Bounds inContent = content.sceneToLocal(editor.localToScene(editor.getLayoutBounds()));
        return CaretFollower.top(pane, content) - inContent.getMinY() - bar.getLayoutY();
    }

    private void place(ScrollPane pane) {
        if (pane.getContent() == null || editor.getScene() == null) {
            return;
        }
        double hidden = hidden(pane);
        double most = Math.max(0, editor.getHeight() - bar.getLayoutY() - bar.getLayoutBounds().getHeight());
        bar.setTranslateY(Math.clamp(hidden, 0, most));
    }
}
