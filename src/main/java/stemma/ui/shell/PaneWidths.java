package stemma.ui.shell;

import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.util.Subscription;
import stemma.settings.Settings;

/// How wide the panes at the sides are, and whether they are shown: the same for every tab, and remembered.
final class PaneWidths {
    private final Settings settings;
    private final BooleanProperty sideShown;
    private final BooleanProperty browserShown;

    /// What keeps panes as wide as they were when the window grows again.
    private final Map<SplitPane, Subscription> following = new WeakHashMap<>();

    PaneWidths(Settings settings) {
        this.settings = settings;
        this.sideShown = new SimpleBooleanProperty(settings.get(Remembered.SIDE_SHOWN));
        this.browserShown = new SimpleBooleanProperty(settings.get(Remembered.BROWSER_SHOWN));
        sideShown.subscribe((_, shown) -> settings.set(Remembered.SIDE_SHOWN, shown));
        browserShown.subscribe((_, shown) -> settings.set(Remembered.BROWSER_SHOWN, shown));
    }

    BooleanProperty sideShownProperty() {
        return sideShown;
    }

    BooleanProperty browserShownProperty() {
        return browserShown;
    }

    /// Gives the right side of a new split its width, and remembers what the author makes of it.
    void keepSide(SplitPane split, double width) {
        place(split, () -> {
            double total = split.getWidth() > 0 ? split.getWidth() : width;
            split.setDividerPositions(1 - settings.get(Remembered.SIDE_WIDTH) / total);
        }, () -> {
            if (split.getWidth() > 0) {
                settings.set(
                        Remembered.SIDE_WIDTH,
                        (double) Math.round((1 - split.getDividerPositions()[0]) * split.getWidth()));
            }
        });
    }

    /// The same for the left side.
    void keepBrowser(SplitPane split, double width) {
        place(split, () -> {
            double total = split.getWidth() > 0 ? split.getWidth() : width;
            split.setDividerPositions(settings.get(Remembered.BROWSER_WIDTH) / total);
        }, () -> {
            if (split.getWidth() > 0) {
                settings.set(
                        Remembered.BROWSER_WIDTH,
                        (double) Math.round(split.getDividerPositions()[0] * split.getWidth()));
            }
        });
    }

    /// A divider has its final place only after a layout, and gives way while there is little room; only a divider that
    /// was dragged is the author's.
    private void place(SplitPane split, Runnable put, Runnable remember) {
        put.run();
        Platform.runLater(put);
        Optional.ofNullable(following.get(split)).ifPresent(Subscription::unsubscribe);
        following.put(split, split.widthProperty().subscribe((_, _) -> Platform.runLater(() -> {
            if (split.getItems().size() > 1) {
                put.run();
            }
        })));
        split.setOnMouseReleased(event -> {
            if (event.getTarget() instanceof Node target && isDividerOf(split, target)) {
                remember.run();
            }
        });
    }

    private static boolean isDividerOf(SplitPane split, Node target) {
        for (Node at = target; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("split-pane-divider")) {
                return at.getParent() == split;
            }
        }
        return false;
    }
}
