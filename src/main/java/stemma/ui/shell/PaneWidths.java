package stemma.ui.shell;

import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.SplitPane;
import stemma.settings.Settings;

/// How wide the panes at the sides are, and whether they are shown: the same for every tab, and remembered.
final class PaneWidths {
    private final Settings settings;
    private final BooleanProperty sideShown;
    private final BooleanProperty browserShown;

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

    /// A divider has its final place only after the first layout; moves before that are not the author's.
    private static void place(SplitPane split, Runnable put, Runnable remember) {
        put.run();
        Platform.runLater(() -> {
            put.run();
            split.setOnMouseReleased(_ -> remember.run());
        });
    }
}
