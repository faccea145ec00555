package stemma.ui.shell;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleUnaryOperator;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import stemma.settings.Settings;
import stemma.ui.common.Theme;

/// How wide the panes at the sides are, how the right one is divided, and whether they are shown: the same for every tab,
/// and remembered. A width is that beside text of the usual size, and grows with the text.
final class PaneWidths {
    /// The tabs keep as much beside the list of prompts, in pixels.
    private static final double LEAST_FOR_TABS = 370;

    /// The editor keeps as much beside its side, in pixels beside text of the usual size.
    private static final double LEAST_FOR_EDITOR = 340;

    /// What of the window the tabs keep beside a list that has grown with the text.
    private static final double SHARE_OF_TABS = 0.6;

    private final ObservableValue<Double> textSize;
    private final BooleanProperty sideShown;
    private final BooleanProperty browserShown;
    private final DoubleProperty sideWidth;
    private final DoubleProperty browserWidth;
    private final DoubleProperty historyShare;

    /// @param textSize in pixels
    PaneWidths(Settings settings, ObservableValue<Double> textSize) {
        this.textSize = textSize;
        this.sideShown = new SimpleBooleanProperty(settings.get(Remembered.SIDE_SHOWN));
        this.browserShown = new SimpleBooleanProperty(settings.get(Remembered.BROWSER_SHOWN));
        this.sideWidth = new SimpleDoubleProperty(settings.get(Remembered.SIDE_WIDTH));
        this.browserWidth = new SimpleDoubleProperty(settings.get(Remembered.BROWSER_WIDTH));
        this.historyShare = new SimpleDoubleProperty(settings.get(Remembered.HISTORY_SHARE));
        sideShown.subscribe((_, shown) -> settings.set(Remembered.SIDE_SHOWN, shown));
        browserShown.subscribe((_, shown) -> settings.set(Remembered.BROWSER_SHOWN, shown));
        sideWidth.subscribe((_, width) -> settings.set(Remembered.SIDE_WIDTH, width.doubleValue()));
        browserWidth.subscribe((_, width) -> settings.set(Remembered.BROWSER_WIDTH, width.doubleValue()));
        historyShare.subscribe((_, share) -> settings.set(Remembered.HISTORY_SHARE, share.doubleValue()));
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

    /// Gives the right side of a new split its width, as far as the editor leaves it, and remembers what the author makes
    /// of it.
    ///
    /// @param editor what is left of it
    /// @return ends that, and lets go of the split
    Subscription keepSide(SplitPane split, Region editor, double width) {
        return place(split, sideWidth, wanted -> {
            double total = split.getWidth() > 0 ? split.getWidth() : width;
            editor.setMinWidth(LEAST_FOR_EDITOR * growth());
            split.setDividerPositions(1 - wanted / total);
        }, divider -> 1 - divider).and(() -> editor.setMinWidth(0));
    }

    /// The same for the left side.
    ///
    /// @param tabs what is right of it
    Subscription keepBrowser(SplitPane split, Region tabs, double width) {
        return place(split, browserWidth, wanted -> {
            double total = split.getWidth() > 0 ? split.getWidth() : width;
            tabs.setMinWidth(Math.max(LEAST_FOR_TABS, Math.min(LEAST_FOR_TABS * growth(), SHARE_OF_TABS * total)));
            split.setDividerPositions(wanted / total);
        }, divider -> divider);
    }

    /// Gives the upper part of a new split its share of the height, and remembers what the author makes of it.
    Subscription keepHistory(SplitPane split) {
        return Subscription.combine(
                historyShare.subscribe(share -> split.setDividerPositions(share.doubleValue())),
                dragged(split, divider -> historyShare.set(Math.round(divider * 1000) / 1000.0)));
    }

    /// A divider has its final place only after a layout, and gives way while there is little room; only a divider that
    /// was dragged is the author's. It is let go in a filter, because a divider keeps its mouse events to itself.
    ///
    /// @param width of the pane, in pixels beside text of the usual size
    /// @param put gives the pane a width in pixels
    /// @param share of the split that the pane has, by the place of the divider
    private Subscription place(SplitPane split, DoubleProperty width, DoubleConsumer put, DoubleUnaryOperator share) {
        Runnable putNow = () -> put.accept(width.get() * growth());
        putNow.run();
        Platform.runLater(putNow);
        Runnable putAgain = () -> Platform.runLater(() -> {
            if (split.getItems().size() > 1) {
                putNow.run();
            }
        });
        return Subscription.combine(
                split.widthProperty().subscribe((_, _) -> putAgain.run()),
                width.subscribe((_, _) -> putAgain.run()),
                textSize.subscribe((_, _) -> putAgain.run()),
                dragged(split, divider -> {
                    double shown = share.applyAsDouble(divider) * split.getWidth();
                    width.set(Math.round(shown / growth()));
                }));
    }

    /// @param use takes the place of the divider each time that the author lets it go
    private static Subscription dragged(SplitPane split, DoubleConsumer use) {
        EventHandler<MouseEvent> letGo = event -> {
            if (event.getTarget() instanceof Node target && isDividerOf(split, target)) {
                use.accept(split.getDividerPositions()[0]);
            }
        };
        split.addEventFilter(MouseEvent.MOUSE_RELEASED, letGo);
        return () -> split.removeEventFilter(MouseEvent.MOUSE_RELEASED, letGo);
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
