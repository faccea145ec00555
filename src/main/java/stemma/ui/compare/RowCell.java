package stemma.ui.compare;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ListCellSkin;
import stemma.ui.common.Messages;

/// A cell of the compare's list; its nodes are reused from item to item.
final class RowCell extends ListCell<Item> {
    private final CompareModel model;
    private final RowPane row;
    private final FoldPane fold;

    RowCell(CompareModel model, RowPane.Gauge gauge) {
        this.model = model;
        row = new RowPane(gauge);
        fold = new FoldPane(model.shown());
        getStyleClass().add("row-cell");
        setPrefWidth(0);
        setText(null);
    }

    @Override
    protected void updateItem(Item item, boolean empty) {
        super.updateItem(item, empty);
        if (item == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (item) {
            case Item.Shown shown -> {
                row.show(shown, getIndex());
                describe(shown);
                setGraphic(row);
            }
            case Item.Fold folded -> {
                fold.show(folded);
                setAccessibleText(Messages.text("compare.folded", folded.lines()));
                setGraphic(fold);
            }
        }
        updateCurrent();
    }

    /// Draws the item again, when something else than the item changed.
    void redraw() {
        if (!isEmpty() && getItem() instanceof Item.Shown shown) {
            row.show(shown, getIndex());
            describe(shown);
        }
    }

    private void describe(Item.Shown shown) {
        String line = ChangeWords.line(shown.row());
        int index = shown.row().index();
        setAccessibleText(RowsView.blaming(model)
                .flatMap(timeline -> timeline.entryOf(index))
                .map(entry -> Messages.text("compare.blame.line", line, entry.tip().replace("\n", ", ")))
                .orElse(line));
    }

    void updateCurrent() {
        boolean isCurrent = !isEmpty()
                && getItem() instanceof Item.Shown shown
                && isThere(shown.row())
                && model.currentProperty().get() >= 0
                && model.script().hunkOf(shown.row().index()).orElse(-1) == model.currentProperty().get();
        row.setCurrent(isCurrent);
    }

    /// A cell shows what was compared before until the list is laid out again.
    private boolean isThere(Row shown) {
        List<Row> rows = model.script().rows();
        return shown.index() < rows.size() && rows.get(shown.index()) == shown;
    }

    RowPane row() {
        return row;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new WholeCellSkin(this);
    }

    /// Gives the graphic the whole cell, and the cell the height that the graphic needs at its width.
    private static final class WholeCellSkin extends ListCellSkin<Item> {
        WholeCellSkin(RowCell cell) {
            super(cell);
        }

        @Override
        protected double computePrefHeight(
                double width, double top, double right, double bottom, double left) {
            Node graphic = getSkinnable().getGraphic();
            return graphic == null
                    ? super.computePrefHeight(width, top, right, bottom, left)
                    : top + graphic.prefHeight(width - left - right) + bottom;
        }

        @Override
        protected double computeMinHeight(
                double width, double top, double right, double bottom, double left) {
            return 0;
        }

        @Override
        protected void layoutChildren(double x, double y, double width, double height) {
            Node graphic = getSkinnable().getGraphic();
            if (graphic != null) {
                graphic.resizeRelocate(x, y, width, height);
            }
        }
    }
}
