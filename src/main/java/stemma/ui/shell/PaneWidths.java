package stemma.ui.shell;

import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import stemma.settings.Settings;
import stemma.ui.common.Theme;

/// How wide the panes at the sides are, and whether they are shown: the same for every tab, and remembered. A width is
/// that beside text of the usual size, and grows with the text.
final class PaneWidths {
    /// The tabs keep as much beside the list of prompts, in pixels.
    private static final double LEAST_FOR_TABS = 370;

    /// What of the window the tabs keep beside a list that has grown with the text.
    private static final double SHARE_OF_TABS = 0.6;

    private final Settings settings;
    private final ObservableValue<Double> textSize;
    private final BooleanProperty sideShown;
    private final BooleanProperty browserShown;

    /// What keeps panes as wide as they were when the window grows again.
    private final Map<SplitPane, Subscription> following = new WeakHashMap<>();

    /// @param textSize in pixels
    PaneWidths(Settings settings, ObservableValue<Double> textSize) {
        this.settings = settings;
        this.textSize = textSize;
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

    private double growth() {
        return textSize.getValue() / Theme.TEXT_SIZE;
    }

    /// Gives the right side of a new split its width, and remembers what the author makes of it.
    void keepSide(SplitPane split, double width) {
        place(split, () -> {
            double total = split.getWidth() > 0 ? split.getWidth() : width;
            split.setDividerPositions(1 - settings.get(Remembered.SIDE_WIDTH) * growth() / total);
        }, () -> {
            if (split.getWidth() > 0) {
                settings.set(
                        Remembered.SIDE_WIDTH,
                        (double) Math.round((1 - split.getDividerPositions()[0]) * split.getWidth() / growth()));
            }
        });
    }

    /// The same for the left side.
    ///
    /// @param tabs what is right of it
    void keepBrowser(SplitPane split, Region tabs, double width) {
        place(split, () -> {
            double total = split.getWidth() > 0 ? split.getWidth() : width;
            tabs.setMinWidth(Math.max(LEAST_FOR_TABS, Math.min(LEAST_FOR_TABS * growth(), SHARE_OF_TABS * total)));
            split.setDividerPositions(settings.get(Remembered.BROWSER_WIDTH) * growth() / total);
        }, () -> {
            if (split.getWidth() > 0) {
                settings.set(
                        Remembered.BROWSER_WIDTH,
                        (double) Math.round(split.getDividerPositions()[0] * split.getWidth() / growth()));
            }
        });
    }

    /// A divider has its final place only after a layout, and gives way while there is little room; only a divider that
    /// was dragged is the author's.
    private void place(SplitPane split, Runnable put, Runnable remember) {
        put.run();
        Platform.runLater(put);
        Optional.ofNullable(following.get(split)).ifPresent(Subscription::unsubscribe);
        Runnable putAgain = () -> Platform.runLater(() -> {
            if (split.getItems().size() > 1) {
                put.run();
            }
        });
        following.put(
                split,
                Subscription.combine(
                        split.widthProperty().subscribe((_, _) -> putAgain.run()),
                        textSize.subscribe((_, _) -> putAgain.run())));
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
