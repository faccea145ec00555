package stemma.ui.compare;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A change in the plain list of changes.
final class ChangeCell extends ListCell<Script.Hunk> {
    private final CompareModel model;
    private final Label sign = new Label();
    private final Label what = new Label();
    private final Label where = new Label();
    private final HBox box;

    ChangeCell(CompareModel model) {
        this.model = model;
        getStyleClass().add("change-cell");
        sign.getStyleClass().add("row-sign");
        sign.setMinWidth(Region.USE_PREF_SIZE);
        where.getStyleClass().add("quiet");
        VBox words = new VBox(what, where);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        box = new HBox(8, sign, words);
        box.getStyleClass().add("row-pane");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Script.Hunk hunk, boolean empty) {
        super.updateItem(hunk, empty);
        if (hunk == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Glyph glyph = model.script().rows().get(hunk.first()).glyph();
        box.getStyleClass().setAll("row-pane", glyph.word());
        sign.setText(glyph.sign());
        what.setText(ChangeWords.title(model.script(), hunk));
        where.setText(ChangeWords.where(model.script(), hunk));
        setAccessibleText(what.getText() + ", " + where.getText());
        setGraphic(box);
    }
}
