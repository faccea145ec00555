package stemma.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlacementTest {
    private static final Dimension2D CALLOUT = new Dimension2D(300, 120);
    private static final Bounds AREA = new BoundingBox(0, 0, 1000, 700);

    private static Bounds at(Point2D place) {
        return new BoundingBox(place.getX(), place.getY(), CALLOUT.getWidth(), CALLOUT.getHeight());
    }

    static Stream<Bounds> anchors() {
        return Stream.of(
                new BoundingBox(0, 80, 250, 600),
                new BoundingBox(660, 80, 340, 600),
                new BoundingBox(880, 40, 110, 32),
                new BoundingBox(5, 660, 110, 32),
                new BoundingBox(250, 250, 750, 450));
    }

    @ParameterizedTest
    @MethodSource("anchors")
    void itStandsBesideAndWithinTheWindow(Bounds anchor) {
        Bounds place = at(Placement.beside(CALLOUT, AREA, anchor));
        assertThat(AREA.contains(place)).isTrue();
        assertThat(place.intersects(anchor)).isFalse();
    }

    @Test
    void itLeavesTheNeighboursOfALowControlFree() {
        Bounds button = new BoundingBox(400, 40, 110, 32);
        assertThat(Placement.beside(CALLOUT, AREA, button).getY()).isEqualTo(button.getMaxY() + Placement.GAP);
    }

    @Test
    void whereThereIsNoRoomBesideItStandsInTheCorner() {
        Bounds all = new BoundingBox(10, 10, 980, 680);
        Bounds place = at(Placement.beside(CALLOUT, AREA, all));
        assertThat(all.contains(place)).isTrue();
        assertThat(place.getMaxX()).isEqualTo(all.getMaxX() - Placement.GAP);
    }

    @Test
    void aSmallWindowDoesNotPushItOut() {
        Bounds small = new BoundingBox(0, 0, 320, 140);
        Point2D place = Placement.beside(CALLOUT, small, new BoundingBox(10, 10, 300, 100));
        assertThat(place).isEqualTo(new Point2D(Placement.MARGIN, Placement.MARGIN));
        assertThat(Placement.alone(CALLOUT, small)).isEqualTo(new Point2D(Placement.MARGIN, Placement.MARGIN));
    }
}
