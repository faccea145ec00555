package stemma.ui.history;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import stemma.prompt.HistoryEntry;
import stemma.ui.common.AgeLabel;
import stemma.ui.common.Times;

/// An entry of the stage history: what happened, who did it, when and why.
final class MoveCell extends ListCell<HistoryEntry> {
    private final Times times;
    private final Label what = new Label();
    private final AgeLabel time;
    private final Label why = new Label();
    private final Label who = new Label();
    private final Tooltip tooltip = new Tooltip();
    private final VBox box;

    MoveCell(Times times) {
        this.times = times;
        this.time = new AgeLabel(times);
        what.getStyleClass().add("move-what");
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        time.setMinWidth(Region.USE_PREF_SIZE);
        who.getStyleClass().add("quiet");
        who.setMinWidth(Region.USE_PREF_SIZE);
        why.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(why, Priority.ALWAYS);
        box = new VBox(2, new HBox(6, what, time), new HBox(6, why, who));
        box.getStyleClass().add("version-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable HistoryEntry entry, boolean isEmpty) {
        super.updateItem(entry, isEmpty);
        if (isEmpty || entry == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        what.setText(MoveText.of(entry));
        time.show(entry.at());
        why.setText(entry.why());
        who.setText(entry.who());
        String description =
                String.join("\n", MoveText.of(entry), times.exact(entry.at()), entry.who(), entry.why()).strip();
        tooltip.setText(description);
        setTooltip(tooltip);
        setAccessibleText(description);
        setGraphic(box);
    }
}
