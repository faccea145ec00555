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
        }
    }

    private void place(ScrollPane pane) {
        Node content = pane.getContent();
        if (content == null || editor.getScene() == null) {
            return;
        }
        Bounds inContent = content.sceneToLocal(editor.localToScene(editor.getLayoutBounds()));
        double hidden = CaretFollower.top(pane, content) - inContent.getMinY();
        double most = Math.max(0, editor.getHeight() - bar.getLayoutBounds().getHeight());
        bar.setTranslateY(Math.clamp(hidden, 0, most));
    }
}
