package stemma.ui.pick;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import stemma.prompt.PromptSummary;

/// A prompt to choose: its id, and its title where it has one.
final class PickPromptCell extends ListCell<PromptSummary> {
    private final Label id = new Label();
    private final Label title = new Label();
    private final VBox box = new VBox(id, title);

    PickPromptCell() {
        title.getStyleClass().add("quiet");
        title.managedProperty().bind(title.visibleProperty());
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable PromptSummary prompt, boolean isEmpty) {
        super.updateItem(prompt, isEmpty);
        if (isEmpty || prompt == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        id.setText(prompt.id().value());
        title.setText(prompt.title());
        title.setVisible(!prompt.title().isEmpty());
        setAccessibleText(prompt.id() + " " + prompt.title());
        setGraphic(box);
    }
}
