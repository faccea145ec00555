package stemma.ui.tag;

import java.util.SortedSet;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.prompt.VersionInfo;
import stemma.ui.common.Fxml;
import stemma.ui.common.FxDialogs;
import stemma.ui.common.Messages;

/// Binds the tag dialog to its model.
public final class TagController {
    private final TagModel model;
    private final Node view;

    @FXML
    private FlowPane chips;

    @FXML
    private TextField field;

    @FXML
    private Label problem;

    @FXML
    private ListView<String> suggestions;

    public TagController(TagModel model) {
        this.model = model;
        this.view = Fxml.load(this);
    }

    /// Asks, and writes the tags when the author says so.
    public void ask(FxDialogs dialogs, Consumer<VersionInfo> onDone, Consumer<Exception> onFailed) {
        ButtonType act = new ButtonType(Messages.text("tag.act"), ButtonData.OK_DONE);
        Dialog<ButtonType> dialog = dialogs.dialog(
                Messages.text(
                        "tag.heading",
                        model.version().prompt().value(),
                        model.version().label().value()),
                view,
                act,
                ButtonType.CANCEL);
        // Later, since the pane gives the focus to its default button after this event.
        dialog.setOnShown(_ -> Platform.runLater(field::requestFocus));
        dialog.showAndWait().filter(act::equals).ifPresent(_ -> model.apply(onDone, onFailed));
    }

    @FXML
    private void initialize() {
        field.textProperty().bindBidirectional(model.typedProperty());
        model.tagsProperty().subscribe(this::showTags);
        model.tagsProperty().subscribe(_ -> suggest());
        model.typedProperty().subscribe(_ -> {
            suggest();
            problem.setText(model.problem().orElse(""));
            problem.setVisible(!problem.getText().isEmpty());
            problem.setManaged(problem.isVisible());
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !field.getText().isBlank()) {
                model.add();
                event.consume();
            } else if (event.getCode() == KeyCode.DOWN) {
                suggestions.requestFocus();
                suggestions.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        suggestions.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                addSuggestion();
                event.consume();
            }
        });
        suggestions.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> addSuggestion());
    }

    private void suggest() {
        suggestions.getItems().setAll(model.suggestions());
    }

    private void addSuggestion() {
        String suggestion = suggestions.getSelectionModel().getSelectedItem();
        if (suggestion != null) {
            model.add(suggestion);
            field.requestFocus();
        }
    }

    private void showTags(SortedSet<String> tags) {
        chips.getChildren().clear();
        for (String tag : tags) {
            Button chip = new Button(tag, new FontIcon("bx-x"));
            chip.getStyleClass().addAll("chip", "small");
            chip.setMnemonicParsing(false);
            chip.setContentDisplay(ContentDisplay.RIGHT);
            chip.setAccessibleText(Messages.text("tag.remove", tag));
            chip.setOnAction(_ -> model.remove(tag));
            chips.getChildren().add(chip);
        }
        if (tags.isEmpty()) {
            Label none = new Label(Messages.text("tag.none"));
            none.getStyleClass().add("quiet");
            chips.getChildren().add(none);
        }
    }
}
