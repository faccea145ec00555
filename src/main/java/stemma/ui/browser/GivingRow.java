package stemma.ui.browser;

import java.util.function.DoubleSupplier;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// A row whose end gives way to its start: it is shown whole, or not at all.
final class GivingRow extends Region {
    private static final double GAP = 6;

    private final Region start;
    private final DoubleSupplier needed;
    private final Label end;

    /// @param needed how much of the start is worth more than the end, in pixels
    GivingRow(Region start, DoubleSupplier needed, Label end) {
        this.start = start;
        this.needed = needed;
        this.end = end;
        setMinWidth(0);
        getChildren().addAll(start, end);
    }

    @Override
    protected double computePrefWidth(double height) {
        return start.prefWidth(-1) + GAP + end.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(start.prefHeight(-1), end.prefHeight(-1));
    }

    @Override
    protected void layoutChildren() {
        double endWidth = snapSizeX(end.prefWidth(-1));
        boolean hasRoom = needed.getAsDouble() + GAP + endWidth <= getWidth();
        end.setVisible(hasRoom);
        double rest = hasRoom ? getWidth() - endWidth - GAP : getWidth();
        start.resizeRelocate(0, 0, rest, getHeight());
        double endHeight = end.prefHeight(-1);
        end.resizeRelocate(getWidth() - endWidth, snapPositionY((getHeight() - endHeight) / 2), endWidth, endHeight);
    }
}
