package stemma.ui.tour;

import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;

/// Where a callout stands: beside what it is about where there is room, below or above where that is low, so that its
/// neighbours can be seen, or else in a corner of it.
final class Placement {
    /// Between the callout and what it is about, in pixels.
    static final double GAP = 14;
    /// Between the callout and the edge of the window, in pixels.
    static final double MARGIN = 16;

    private Placement() {}

    /// @param callout how large it is
    /// @param area what it must stay within
    /// @param anchor what it is about, within the area
    /// @return its upper left corner
    static Point2D beside(Dimension2D callout, Bounds area, Bounds anchor) {
        double left = centred(anchor.getCenterX(), callout.getWidth(), area.getMinX(), area.getMaxX());
        double top = centred(anchor.getCenterY(), callout.getHeight(), area.getMinY(), area.getMaxY());
        Point2D after = new Point2D(anchor.getMaxX() + GAP, top);
        Point2D before = new Point2D(anchor.getMinX() - GAP - callout.getWidth(), top);
        Point2D below = new Point2D(left, anchor.getMaxY() + GAP);
        Point2D above = new Point2D(left, anchor.getMinY() - GAP - callout.getHeight());
        boolean isLow = anchor.getHeight() < callout.getHeight();
        List<Point2D> places = isLow ? List.of(below, above, after, before) : List.of(after, before, below, above);
        for (Point2D place : places) {
            if (inner(area).contains(place.getX(), place.getY(), callout.getWidth(), callout.getHeight())) {
                return place;
            }
        }
        return corner(callout, area, anchor);
    }

    /// In the lower right corner, where there is the least to read.
    private static Point2D corner(Dimension2D callout, Bounds area, Bounds anchor) {
        return new Point2D(
                within(anchor.getMaxX() - GAP - callout.getWidth(), callout.getWidth(), area.getMinX(), area.getMaxX()),
                within(anchor.getMaxY() - GAP - callout.getHeight(), callout.getHeight(), area.getMinY(), area.getMaxY()));
    }

    /// Where there is nothing to stand beside.
    static Point2D alone(Dimension2D callout, Bounds area) {
        return new Point2D(
                centred(area.getCenterX(), callout.getWidth(), area.getMinX(), area.getMaxX()),
                centred(area.getCenterY(), callout.getHeight(), area.getMinY(), area.getMaxY()));
    }

    private static Bounds inner(Bounds area) {
        return new BoundingBox(
                area.getMinX() + MARGIN,
                area.getMinY() + MARGIN,
                Math.max(0, area.getWidth() - 2 * MARGIN),
                Math.max(0, area.getHeight() - 2 * MARGIN));
    }

    private static double centred(double centre, double size, double from, double to) {
        return within(centre - size / 2, size, from, to);
    }

    private static double within(double start, double size, double from, double to) {
        return Math.max(from + MARGIN, Math.min(start, to - MARGIN - size));
    }
}
