package stemma.ui.compare;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;

/// The whole document on a narrow strip: where its changes are. A click goes there.
final class Ruler extends Region {
    private static final double MARK = 3;
    private static final double THINNEST = 2;
    // About what rows measure, in pixels.
    private static final double LINE = 21;
    private static final double ROW = 2;
    private static final double HEADING = 31;
    private static final double FOLD = 33;

    private final IntConsumer goToItem;
    private List<Item> items = List.of();
    private double[] starts = {0};
    private double drawnHeight = -1;
    private double charactersPerLine = 80;

    /// @param goToItem called with the place of an item in the list
    Ruler(IntConsumer goToItem) {
        this.goToItem = goToItem;
        getStyleClass().add("ruler");
        setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                goTo(event.getY());
            }
        });
        setOnMouseDragged(event -> goTo(event.getY()));
    }

    void show(List<Item> newItems) {
        items = List.copyOf(newItems);
        measure();
    }

    /// @param newCharactersPerLine how many characters a line of text holds
    void setCharactersPerLine(double newCharactersPerLine) {
        if (Math.abs(newCharactersPerLine - charactersPerLine) > 1) {
            charactersPerLine = Math.max(10, newCharactersPerLine);
            measure();
        }
    }

    private void measure() {
        starts = new double[items.size() + 1];
        for (int i = 0; i < items.size(); i++) {
            starts[i + 1] = starts[i] + weight(items.get(i));
        }
        drawnHeight = -1;
        requestLayout();
    }

    private double weight(Item item) {
        return switch (item) {
            case Item.Fold _ -> FOLD;
            case Item.Shown shown ->
                switch (shown.row()) {
                    case HeadingRow _ -> HEADING;
                    case FactRow _ -> ROW + LINE;
                    case TextRow text ->
                        ROW + LINE * Math.ceil(Math.max(1, text.longestLength()) / charactersPerLine);
                };
        };
    }

    private void goTo(double y) {
        if (items.isEmpty() || scale() <= 0) {
            return;
        }
        double wanted = Math.max(0, y) / scale();
        int found = java.util.Arrays.binarySearch(starts, wanted);
        goToItem.accept(Math.clamp(found < 0 ? -found - 2 : found, 0, items.size() - 1));
    }

    /// Less than 1 when the document is longer than the ruler. A short one is not stretched: its changes stay about
    /// where the list shows them.
    private double scale() {
        double total = starts[items.size()];
        return total == 0 ? 0 : Math.min(getHeight() / total, 1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 12;
    }

    @Override
    protected void layoutChildren() {
        if (drawnHeight == getHeight()) {
            return;
        }
        drawnHeight = getHeight();
        getChildren().clear();
        double scale = scale();
        double nextFree = 0;
        for (int i = 0; i < items.size(); i++) {
            if (!(items.get(i) instanceof Item.Shown shown) || !shown.row().isChange()) {
                continue;
            }
            double y = starts[i] * scale;
            double end = Math.max(y + MARK, starts[i + 1] * scale);
            if (end - nextFree < THINNEST) {
                continue;
            }
            double top = Math.max(y, nextFree);
            Region mark = new Region();
            mark.getStyleClass().addAll("ruler-mark", glyph(shown).word());
            mark.setMouseTransparent(true);
            mark.resizeRelocate(3, Math.round(top), getWidth() - 6, Math.max(THINNEST, Math.round(end - top)));
            mark.setManaged(false);
            getChildren().add(mark);
            nextFree = end;
        }
    }

    private static Glyph glyph(Item.Shown shown) {
        return switch (shown.form()) {
            case LEFT -> shown.row().glyph() == Glyph.CHANGED ? Glyph.REMOVED : shown.row().glyph();
            case RIGHT -> shown.row().glyph() == Glyph.CHANGED ? Glyph.INSERTED : shown.row().glyph();
            case SPLIT, MERGED -> shown.row().glyph();
        };
    }
}
