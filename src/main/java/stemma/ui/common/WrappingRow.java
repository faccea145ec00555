package stemma.ui.common;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;

/// A row as [HBox] makes it, whose children go on in another line where their least widths have no room beside each
/// other. Children whose [HBox#getHgrow] is [Priority#ALWAYS] share what a line has left.
public final class WrappingRow extends Pane {
    private double spacing = 8;
    private boolean endAligned;

    /// Children beside each other and how wide they are.
    private record Line(List<Node> nodes, double[] widths) {
        double height() {
            double height = 0;
            for (int i = 0; i < widths.length; i++) {
                height = Math.max(height, nodes.get(i).prefHeight(widths[i]));
            }
            return height;
        }

        double width(double spacing) {
            return Arrays.stream(widths).sum() + spacing * (widths.length - 1);
        }
    }

    public WrappingRow() {
        setMinWidth(0);
    }

    public double getSpacing() {
        return spacing;
    }

    /// @param spacing between children and between lines, in pixels
    public void setSpacing(double spacing) {
        this.spacing = spacing;
        requestLayout();
    }

    /// Lets lines that no child fills end at the right instead of beginning at the left.
    void setEndAligned(boolean endAligned) {
        this.endAligned = endAligned;
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        List<Node> shown = getManagedChildren();
        return sides()
                + shown.stream().mapToDouble(node -> snapSizeX(node.prefWidth(-1))).sum()
                + spacing * Math.max(0, shown.size() - 1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        List<Line> lines = lines(width < 0 ? Double.MAX_VALUE : width - sides());
        Insets insets = getInsets();
        return insets.getTop()
                + lines.stream().mapToDouble(Line::height).sum()
                + spacing * Math.max(0, lines.size() - 1)
                + insets.getBottom();
    }

    private double sides() {
        return getInsets().getLeft() + getInsets().getRight();
    }

    private List<Line> lines(double width) {
        List<Line> lines = new ArrayList<>();
        List<Node> line = new ArrayList<>();
        double used = 0;
        for (Node node : getManagedChildren()) {
            double least = snapSizeX(node.minWidth(-1));
            if (!line.isEmpty() && used + spacing + least > width) {
                lines.add(new Line(line, widths(line, width)));
                line = new ArrayList<>();
                used = 0;
            }
            used += least + (line.isEmpty() ? 0 : spacing);
            line.add(node);
        }
        if (!line.isEmpty()) {
            lines.add(new Line(line, widths(line, width)));
        }
        return lines;
    }

    /// At least what each needs, then what each likes, the last ones first, and all the rest for those that grow.
    private double[] widths(List<Node> line, double width) {
        double[] widths =
                line.stream().mapToDouble(node -> Math.min(width, snapSizeX(node.minWidth(-1)))).toArray();
        double left = width - spacing * (widths.length - 1);
        for (double each : widths) {
            left -= each;
        }
        for (int i = widths.length - 1; i >= 0 && left > 0; i--) {
            double more = Math.clamp(snapSizeX(line.get(i).prefWidth(-1)) - widths[i], 0, left);
            widths[i] += more;
            left -= more;
        }
        long growing = line.stream().filter(WrappingRow::grows).count();
        for (int i = 0; i < widths.length && left > 0 && left < Double.MAX_VALUE / 2; i++) {
            widths[i] += grows(line.get(i)) ? left / growing : 0;
        }
        return widths;
    }

    private static boolean grows(Node node) {
        return HBox.getHgrow(node) == Priority.ALWAYS;
    }

    @Override
    protected void layoutChildren() {
        double y = getInsets().getTop();
        for (Line line : lines(getWidth() - sides())) {
            double x = getInsets().getLeft();
            double height = line.height();
            if (endAligned) {
                x += getWidth() - sides() - line.width(spacing);
            }
            for (int i = 0; i < line.widths().length; i++) {
                Node node = line.nodes().get(i);
                double own = Math.min(height, snapSizeY(node.prefHeight(line.widths()[i])));
                node.resizeRelocate(x, snapPositionY(y + (height - own) / 2), line.widths()[i], own);
                x += line.widths()[i] + spacing;
            }
            y += height + spacing;
        }
    }
}
