package stemma.ui.common;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// A button that is disabled while it works loses the keyboard to what comes next, often the one that closes. It has the
/// keyboard back afterwards, unless the author went elsewhere meanwhile.
final class LostKeyboard implements ChangeListener<Boolean> {
    private final Scene scene;
    private @Nullable Node lost;
    private @Nullable Node next;

    private LostKeyboard(Scene scene) {
        this.scene = scene;
    }

    static void giveBack(Scene scene) {
        scene.focusOwnerProperty().subscribe(new LostKeyboard(scene)::moved);
    }

    /// The toolkit first takes the keyboard away, and then gives it to the next node.
    private void moved(@Nullable Node before, @Nullable Node now) {
        if (before != null && before.isDisabled()) {
            forget();
            lost = before;
            next = now;
            before.disabledProperty().addListener(this);
        } else if (lost != null && before == null && next == null) {
            next = now;
        }
    }

    private void forget() {
        if (lost != null) {
            lost.disabledProperty().removeListener(this);
            lost = null;
        }
    }

    @Override
    public void changed(ObservableValue<? extends Boolean> disabled, Boolean before, Boolean now) {
        Node back = lost;
        forget();
        if (back != null && back.getScene() == scene && scene.getFocusOwner() == next) {
            back.requestFocus();
        }
    }
}
