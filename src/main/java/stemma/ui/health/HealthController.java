package stemma.ui.health;

import java.util.List;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import stemma.store.Health.Problem;
import stemma.ui.common.Fxml;
import stemma.ui.common.FxDialogs;
import stemma.ui.common.Messages;
import stemma.ui.common.Presence;
import stemma.ui.common.ShapedText;

/// Binds the dialog of a store's health to its model.
public final class HealthController {
    private final HealthModel model;
    private final Runnable backUp;
    private final Node view;

    @FXML
    private GridPane facts;

    @FXML
    private Label outcome;

    @FXML
    private ProgressBar progress;

    @FXML
    private Button cancel;

    @FXML
    private ListView<Problem> problems;

    @FXML
    private Button again;

    @FXML
    private Button backUpButton;

    /// @param backUp asks where to back the store up, and does it
    public HealthController(HealthModel model, Runnable backUp) {
        this.model = model;
        this.backUp = backUp;
        this.view = Fxml.load(this);
    }

    /// Checks the store and shows what is found until the author is done.
    public void ask(FxDialogs dialogs) {
        Dialog<ButtonType> dialog =
                dialogs.dialog(Messages.text("health.title", model.name()), view, ButtonType.CLOSE);
        // Later, since the pane gives the focus to its default button after this event.
        dialog.setOnShown(_ -> Platform.runLater(problems::requestFocus));
        // The list is hidden when there is nothing in it, and the button that closes has the keyboard.
        dialog.getDialogPane().addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        // A list keeps this key to itself.
        problems.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                dialog.setResult(ButtonType.CLOSE);
            }
        });
        model.check();
        dialog.showAndWait();
        model.cancel();
    }

    @FXML
    private void initialize() {
        outcome.textProperty().bind(model.outcomeProperty());
        model.badProperty().subscribe(bad -> {
            outcome.getStyleClass().remove("problem");
            if (bad) {
                outcome.getStyleClass().add("problem");
            }
        });
        for (Node node : new Node[] {progress, cancel}) {
            Presence.bind(node, model.busyProperty());
        }
        again.disableProperty().bind(model.busyProperty());
        backUpButton.setDisable(!model.canBackUp());
        problems.setCellFactory(_ -> new ProblemCell(model));
        problems.setPlaceholder(new Label());
        model.problemsProperty().subscribe(this::list);
        model.factsProperty().subscribe(this::show);
    }

    private void list(List<Problem> found) {
        boolean isNew = !problems.isVisible() && !found.isEmpty();
        problems.getItems().setAll(found);
        problems.getSelectionModel().selectFirst();
        problems.setVisible(!found.isEmpty());
        if (isNew && !again.isFocused()) {
            problems.requestFocus();
        }
    }

    private void show(List<Fact> known) {
        facts.getChildren().clear();
        for (int row = 0; row < known.size(); row++) {
            Label name = new Label(known.get(row).name());
            name.getStyleClass().add("quiet");
            Label value = new Label(known.get(row).value());
            ShapedText.wrap(value);
            name.setLabelFor(value);
            GridPane.setValignment(name, VPos.TOP);
            facts.addRow(row, name, value);
        }
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.F5) {
            onAgain();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && problems.isFocused()) {
            Problem chosen = problems.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                event.consume();
                model.repair(chosen);
            }
        }
    }

    @FXML
    private void onCancel() {
        model.cancel();
    }

    @FXML
    private void onAgain() {
        if (!model.busyProperty().get()) {
            model.check();
        }
    }

    @FXML
    private void onBackUp() {
        backUp.run();
    }
}
