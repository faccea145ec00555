package stemma.ui.common;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// Columns whose heads stay whole, in every language and beside larger text. They fill their table, the last one with
/// what the others leave. Where the heads have no room beside each other they stand in two lines, and where that is not
/// enough the table is scrolled.
public final class ColumnWidths<S> {
    private static final PseudoClass WRAPPED = PseudoClass.getPseudoClass("wrapped-heads");
    /// What a head has around its text, in heights of its letters.
    private static final double AROUND_HEAD = 1.6;

    private final TableView<S> table;
    private final ObservableValue<Font> font;
    /// The widths that the columns begin with.
    private final Map<TableColumn<S, ?>, Widths> begun = new HashMap<>();
    /// What the author gave to a column.
    private final Map<TableColumn<S, ?>, Double> given = new HashMap<>();

    /// In pixels, at the usual size of text where a column begins with them.
    private record Widths(double least, double liked) {}

    private ColumnWidths(TableView<S> table, ObservableValue<Font> font) {
        this.table = table;
        this.font = font;
        table.getColumns().forEach(
                column -> begun.put(column, new Widths(column.getMinWidth(), column.getPrefWidth())));
    }

    /// Takes the widths that the columns have as those for the usual size of text, and makes them follow it.
    ///
    /// @param beside has the size of the table's text
    public static <S> void followText(TableView<S> table, Labeled beside) {
        ColumnWidths<S> widths = new ColumnWidths<>(table, beside.fontProperty());
        table.setColumnResizePolicy(widths::resize);
        widths.font.subscribe(_ -> {
            widths.given.clear();
            widths.fill(new TableView.ResizeFeatures<>(table, null, 0.0));
        });
    }

    private boolean resize(TableView.ResizeFeatures<?> asked) {
        @SuppressWarnings("unchecked")
        TableView.ResizeFeatures<S> features = (TableView.ResizeFeatures<S>) asked;
        TableColumn<S, ?> dragged = features.getColumn();
        if (dragged != null) {
            given.put(dragged, Math.max(dragged.getMinWidth(), dragged.getWidth() + features.getDelta()));
        }
        fill(features);
        return true;
    }

    /// Each column has what it would like, or less of that where the table has no room for it.
    private void fill(TableView.ResizeFeatures<S> features) {
        double room = features.getContentWidth();
        if (room <= 0) {
            return;
        }
        boolean wraps = table.getColumns().stream().mapToDouble(column -> least(column, false)).sum() > room;
        table.pseudoClassStateChanged(WRAPPED, wraps);
        Map<TableColumn<S, ?>, Widths> wanted = new LinkedHashMap<>();
        table.getColumns().forEach(column -> wanted.put(column, wanted(column, wraps)));
        double least = wanted.values().stream().mapToDouble(Widths::least).sum();
        double liked = wanted.values().stream().mapToDouble(Widths::liked).sum();
        double share = liked > least ? Math.clamp((room - least) / (liked - least), 0, 1) : 0;
        double left = room;
        for (Map.Entry<TableColumn<S, ?>, Widths> each : wanted.entrySet()) {
            Widths widths = each.getValue();
            double width = Math.floor(widths.least() + (widths.liked() - widths.least()) * share);
            boolean isLast = each.getKey().equals(table.getColumns().getLast());
            each.getKey().setMinWidth(least(each.getKey(), wraps));
            features.setColumnWidth(each.getKey(), isLast ? Math.max(width, Math.floor(left)) : width);
            left -= width;
        }
    }

    private Widths wanted(TableColumn<S, ?> column, boolean wraps) {
        double least = given.getOrDefault(column, least(column, wraps));
        return new Widths(
                least, Math.max(least, given.getOrDefault(column, begun.get(column).liked() * share())));
    }

    private double least(TableColumn<S, ?> column, boolean wraps) {
        double head = wraps ? widthInTwoLines(column.getText()) : width(column.getText());
        return Math.max(
                begun.get(column).least() * share(),
                Math.ceil(head + AROUND_HEAD * font.getValue().getSize()));
    }

    private double share() {
        return font.getValue().getSize() / Theme.TEXT_SIZE;
    }

    private double widthInTwoLines(String head) {
        return IntStream.range(0, head.length())
                .filter(i -> head.charAt(i) == ' ')
                .mapToDouble(i -> Math.max(width(head.substring(0, i)), width(head.substring(i + 1))))
                .min()
                .orElseGet(() -> width(head));
    }

    private double width(String head) {
        Text text = new Text(head);
        text.setFont(Font.font(font.getValue().getFamily(), FontWeight.BOLD, font.getValue().getSize()));
        return text.getLayoutBounds().getWidth();
    }
}
