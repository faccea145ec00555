package stemma.ui.browser;

import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import stemma.ui.common.Times;

/// A prompt in the flat list.
final class BrowserListCell extends ListCell<PromptRow> {
    private final Times times;
    private final PromptCell cell;
    private final Tooltip tooltip = new Tooltip();

    BrowserListCell(Times times) {
        this.times = times;
        this.cell = new PromptCell(times, true);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable PromptRow row, boolean isEmpty) {
        super.updateItem(row, isEmpty);
        if (isEmpty || row == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        cell.show(row);
        setGraphic(cell.node());
        String description = PromptCell.description(row, times);
        tooltip.setText(description);
        setTooltip(tooltip);
        setAccessibleText(description);
    }
}
