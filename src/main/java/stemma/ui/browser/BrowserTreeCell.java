package stemma.ui.browser;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.ui.common.Messages;
import stemma.ui.common.Times;

/// A folder or a prompt in the tree.
final class BrowserTreeCell extends TreeCell<BrowserNode> {
    private final Times times;
    private final PromptCell prompt;
    private final Label folderName = new Label();
    private final Label folderCount = new Label();
    private final HBox folder = new HBox(6, new FontIcon("bx-folder"), folderName, folderCount);
    private final Tooltip tooltip = new Tooltip();

    BrowserTreeCell(Times times) {
        this.times = times;
        this.prompt = new PromptCell(times, false);
        folder.getStyleClass().add("folder-cell");
        folderCount.getStyleClass().add("quiet");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable BrowserNode node, boolean isEmpty) {
        super.updateItem(node, isEmpty);
        if (isEmpty || node == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        switch (node) {
            case BrowserNode.Folder(FolderTree tree) -> {
                folderName.setText(tree.name());
                folderCount.setText(String.valueOf(tree.count()));
                setGraphic(folder);
                setTooltip(null);
                setAccessibleText(Messages.text("browser.folder", tree.name(), tree.count()));
            }
            case BrowserNode.Prompt(PromptRow row) -> {
                prompt.show(row);
                setGraphic(prompt.node());
                String description = PromptCell.description(row, times);
                tooltip.setText(description);
                setTooltip(tooltip);
                setAccessibleText(description);
            }
        }
    }
}
