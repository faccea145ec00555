package stemma.ui.shell;

import java.time.Duration;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;
import javafx.stage.Window;
import stemma.ui.common.AgeLabel;
import stemma.ui.common.Tasks;

/// Lets the ages in lists keep up while they can be seen. Nothing is drawn for it unless one of them changed, and a
/// window that is hidden or minimised waits for nothing. Used on the FX thread only.
final class Ages {
    /// The smallest step in which an age is told.
    static final Duration EVERY = Duration.ofMinutes(1);

    private final Tasks tasks;
    private final Runnable keepUp;
    private boolean seen;
    private Tasks.Handle next = () -> {};

    Ages(Tasks tasks, Runnable keepUp) {
        this.tasks = tasks;
        this.keepUp = keepUp;
    }

    /// Keeps the ages of every window up while this one can be seen.
    static void keepUp(Tasks tasks, Stage stage) {
        Ages ages = new Ages(tasks, () -> List.copyOf(Window.getWindows())
                .forEach(window -> AgeLabel.keepUpIn(window.getScene().getRoot())));
        for (ObservableValue<Boolean> part : List.of(stage.showingProperty(), stage.iconifiedProperty())) {
            part.subscribe(_ -> ages.seen(stage.isShowing() && !stage.isIconified()));
        }
    }

    /// @param now whether the window can be seen
    void seen(boolean now) {
        if (now != seen) {
            seen = now;
            next.cancel();
            if (now) {
                tick();
            }
        }
    }

    private void tick() {
        keepUp.run();
        next = tasks.later(EVERY, this::tick);
    }
}
