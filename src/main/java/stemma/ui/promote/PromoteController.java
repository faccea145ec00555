package stemma.ui.promote;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import stemma.prompt.HistoryEntry.StageMoved;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.registry.Promoting.Direction;
import stemma.registry.Promoting.Plan;
import stemma.ui.common.ChangePreview;
import stemma.ui.common.Fxml;
import stemma.ui.common.FxDialogs;
import stemma.ui.common.Messages;
import stemma.ui.common.Presence;
import stemma.ui.common.Words;

/// Binds the promote dialog to its model.
public final class PromoteController {
    private final PromoteModel model;
    private final ChangePreview changes;
    private final List<Stage> stages;
    private final Node view;

    @FXML
    private ComboBox<Stage> stage;

    @FXML
    private Label move;

    @FXML
    private Label back;

    @FXML
    private Label problem;

    @FXML
    private StackPane preview;

    @FXML
    private TextField reason;

    @FXML
    private VBox guard;

    @FXML
    private Label guardText;

    @FXML
    private TextField typedName;

    /// @param stages those that are offered
    public PromoteController(PromoteModel model, ChangePreview changes, List<Stage> stages) {
        this.model = model;
        this.changes = changes;
        this.stages = stages;
        this.view = Fxml.load(this);
    }

    /// Asks, and moves the stage when the author says so.
    ///
    /// @param onDone gets the move once it is done
    public void ask(FxDialogs dialogs, Consumer<StageMoved> onDone) {
        ButtonType act = new ButtonType(Messages.text("promote.title"), ButtonData.OK_DONE);
        Dialog<ButtonType> dialog = dialogs.dialog(
                Messages.text("promote.heading", model.prompt().value(), model.label().value()),
                view,
                act,
                ButtonType.CANCEL);
        Button button = (Button) dialog.getDialogPane().lookupButton(act);
        button.setMnemonicParsing(false);
        StringBinding text = Bindings.createStringBinding(model::act, model.planProperty());
        button.textProperty().bind(text);
        button.disableProperty().bind(model.canPromote().not());
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            model.promote(moved -> {
                dialog.setResult(ButtonType.CANCEL);
                dialog.close();
                onDone.accept(moved);
            });
        });
        // Later, since the pane gives the focus to its default button after this event.
        dialog.setOnShown(_ -> Platform.runLater(() -> (guard.isVisible() ? typedName : reason).requestFocus()));
        dialog.showAndWait();
    }

    @FXML
    private void initialize() {
        stage.getItems().setAll(stages);
        stage.setConverter(Words.of(Stage::name));
        stage.valueProperty().bindBidirectional(model.stageProperty());
        typedName.textProperty().bindBidirectional(model.typedNameProperty());
        guard.managedProperty().bind(guard.visibleProperty());
        model.stageProperty().subscribe(_ -> {
            typedName.clear();
            guard.setVisible(model.nameToType().isPresent());
            guardText.setText(model.nameToType()
                    .map(asked -> Messages.text("settings.protected.type", asked.name()))
                    .orElse(""));
        });
        reason.textProperty().bindBidirectional(model.reasonProperty());
        Presence.bindText(problem, model.problemProperty());
        model.planProperty().subscribe(this::show);
    }

    private void show(Optional<Plan> plan) {
        move.setText(model.move());
        back.setVisible(plan.map(found -> found.direction() == Direction.BACK).orElse(false));
        back.setManaged(back.isVisible());
        preview.getChildren()
                .setAll(plan.<Node>map(found -> changes.between(
                                found.holds().map(Version::content), found.target().content()))
                        .orElseGet(ProgressIndicator::new));
    }
}
