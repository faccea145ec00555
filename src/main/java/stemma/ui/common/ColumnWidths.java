package stemma.ui.common;

import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;

/// Columns whose heads stay whole beside larger text.
public final class ColumnWidths {
    private ColumnWidths() {}

    /// Takes the widths that the columns have as those for the usual size of text, and makes them follow it.
    ///
    /// @param beside has the size of the table's text
    public static void followText(TableView<?> table, Labeled beside) {
        for (TableColumn<?, ?> column : table.getColumns()) {
            double least = column.getMinWidth();
            double usual = column.getPrefWidth();
            column.minWidthProperty().bind(beside.fontProperty().map(font -> least * share(font)));
            column.prefWidthProperty().bind(beside.fontProperty().map(font -> usual * share(font)));
        }
    }

    private static double share(Font font) {
        return font.getSize() / Theme.TEXT_SIZE;
    }
}
