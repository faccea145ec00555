package stemma.ui.history;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import stemma.prompt.HistoryEntry;
import stemma.prompt.VersionLabel;
import stemma.ui.common.Messages;
import stemma.ui.common.Times;

/// An entry of the stage history: what happened, who did it, when and why.
final class MoveCell extends ListCell<HistoryEntry> {
    private final Times times;
    private final Label what = new Label();
    private final Label time = new Label();
    private final Label why = new Label();
    private final Label who = new Label();
    private final Tooltip tooltip = new Tooltip();
    private final VBox box;

    MoveCell(Times times) {
        this.times = times;
        what.getStyleClass().add("move-what");
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        time.getStyleClass().add("quiet");
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
        what.setText(what(entry));
        time.setText(times.ago(entry.at()));
        why.setText(entry.why());
        who.setText(entry.who());
        String description =
                String.join("\n", what(entry), times.exact(entry.at()), entry.who(), entry.why()).strip();
        tooltip.setText(description);
        setTooltip(tooltip);
        setAccessibleText(description);
        setGraphic(box);
    }

    /// One line, such as `production: 1.2.0 → 1.3.0`.
    static String what(HistoryEntry entry) {
        return switch (entry) {
            case HistoryEntry.StageMoved moved ->
                Messages.text("history.moved", moved.stage().name(), shown(moved.from()), shown(moved.to()));
            case HistoryEntry.VersionDeleted deleted ->
                Messages.text("history.versionDeleted", deleted.label().value());
            case HistoryEntry.PromptDeleted _ -> Messages.text("history.promptDeleted");
            case HistoryEntry.PromptRenamed renamed ->
                Messages.text(
                        "history.renamed", renamed.prompt().value(), renamed.renamedTo().value());
        };
    }

    private static String shown(Optional<VersionLabel> label) {
        return label.map(VersionLabel::value).orElse(Messages.text("history.nothing"));
    }
}
