package stemma.ui.palette;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// A row of the palette, with the typed letters marked.
final class PaletteCell extends ListCell<PaletteRow> {
    private final TextFlow name = new TextFlow();
    private final Label detail = new Label();
    private final Label keys = new Label();
    private final HBox box = new HBox(name, detail, keys);

    PaletteCell() {
        box.getStyleClass().add("palette-row");
        box.setFillHeight(false);
        detail.getStyleClass().add("quiet");
        keys.getStyleClass().add("palette-keys");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        name.setMinWidth(Region.USE_PREF_SIZE);
        detail.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(detail, Priority.ALWAYS);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable PaletteRow row, boolean isEmpty) {
        super.updateItem(row, isEmpty);
        if (isEmpty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        setGraphic(box);
        setAccessibleText(row.text() + ", " + row.detail() + ", " + row.keys());
        detail.setText(row.detail());
        keys.setText(row.keys());
        name.getChildren().clear();
        int from = 0;
        while (from < row.text().length()) {
            boolean isMarked = row.marks().get(from);
            int to = isMarked ? row.marks().nextClearBit(from) : row.marks().nextSetBit(from);
            to = to < 0 ? row.text().length() : Math.min(to, row.text().length());
            Text part = new Text(row.text().substring(from, to));
            part.getStyleClass().add(isMarked ? "palette-mark" : "palette-text");
            name.getChildren().add(part);
            from = to;
        }
    }
}
