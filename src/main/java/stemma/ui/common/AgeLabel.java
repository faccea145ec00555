package stemma.ui.common;

import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// How long ago something was. It says what held when it was shown until it is told to keep up: rows come and go by
/// thousands, and none of them waits for anything.
public final class AgeLabel extends Label {
    private static final String STYLE = "age";

    private final Times times;
    private @Nullable Instant since;

    public AgeLabel(Times times) {
        this.times = times;
        getStyleClass().addAll(STYLE, "quiet");
    }

    public void show(Instant time) {
        since = time;
        keepUp();
    }

    /// Says something that does not age.
    public void say(String text) {
        since = null;
        setText(text);
    }

    private void keepUp() {
        if (since != null) {
            setText(times.ago(since));
        }
    }

    /// Lets every age in a part of a window say what holds now. What says the same is not drawn again.
    public static void keepUpIn(Node part) {
        for (Node node : part.lookupAll("." + STYLE)) {
            if (node instanceof AgeLabel age) {
                age.keepUp();
            }
        }
    }
}
