package stemma.ui.pick;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import stemma.prompt.PromptSummary;
import stemma.prompt.VersionInfo;
import stemma.ui.common.Fxml;
import stemma.ui.common.FxDialogs;
import stemma.ui.common.Messages;
import stemma.ui.common.OfferedStores;
import stemma.ui.common.Presence;
import stemma.ui.common.Times;
import stemma.ui.common.VersionCell;
import stemma.ui.pick.PickModel.Picked;

/// Binds the dialog that chooses a version to its model.
public final class PickController {
    private final PickModel model;
    private final OfferedStores stores;
    private final Times times;
    private final Node view;
    private Runnable accept = () -> {};

    @FXML
    private ComboBox<String> store;

    @FXML
    private TextField filter;

    @FXML
    private ListView<PromptSummary> prompts;

    @FXML
    private ListView<VersionInfo> versions;

    @FXML
    private ProgressIndicator busy;

    @FXML
    private Label problem;

    /// @param stores those that are offered, the open one among them
    public PickController(PickModel model, OfferedStores stores, Times times) {
        this.model = model;
        this.stores = stores;
        this.times = times;
        this.view = Fxml.load(this);
    }

    /// Asks, and closes the model when the author has chosen or given up.
    ///
    /// @param act what the button that chooses says
    public void ask(FxDialogs dialogs, String title, String act, Consumer<Picked> onPicked) {
        ButtonType choose = new ButtonType(act, ButtonData.OK_DONE);
        Dialog<ButtonType> dialog = dialogs.dialog(title, view, choose, ButtonType.CANCEL);
        Button button = (Button) dialog.getDialogPane().lookupButton(choose);
        button.disableProperty().bind(model.canTake().not());
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            model.take(picked -> {
                dialog.setResult(ButtonType.CANCEL);
                dialog.close();
                onPicked.accept(picked);
            });
        });
        accept = button::fire;
        // Later, since the pane gives the focus to its default button after this event.
        dialog.setOnShown(_ -> Platform.runLater(filter::requestFocus));
        dialog.showAndWait();
        model.close();
    }

    @FXML
    private void initialize() {
        bindStore();
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                prompts.requestFocus();
                prompts.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        bindPrompts();
        bindVersions();
        // A list keeps Enter to itself.
        for (Node list : List.of(prompts, versions)) {
            list.setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ENTER) {
                    event.consume();
                    accept.run();
                }
            });
        }
        busy.visibleProperty().bind(model.busyProperty());
        Presence.bindText(problem, model.problemProperty());
    }

    private void bindStore() {
        // Enter looks into the store; the default button would take what is still chosen of the one before.
        stores.offerIn(store, store::commitValue);
        store.valueProperty().subscribe(address -> {
            if (address != null && !address.isBlank()) {
                model.open(address);
            }
        });
        store.setValue(model.homeAddress());
    }

    private void bindPrompts() {
        prompts.setItems(model.prompts());
        prompts.setCellFactory(_ -> new PickPromptCell());
        prompts.setPlaceholder(new Label(Messages.text("pick.empty")));
        prompts.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.promptProperty().set(Optional.of(chosen.id()));
            }
        });
        // A change listener, since the list clears its selection after invalidation listeners were called.
        model.prompts().addListener((ListChangeListener<PromptSummary>) _ -> selectPrompt());
        selectPrompt();
    }

    private void selectPrompt() {
        model.promptProperty().get().ifPresent(wanted -> {
            for (int i = 0; i < model.prompts().size(); i++) {
                if (model.prompts().get(i).id().equals(wanted)) {
                    prompts.getSelectionModel().select(i);
                    prompts.scrollTo(Math.max(0, i - 2));
                    return;
                }
            }
        });
    }

    private void bindVersions() {
        versions.setItems(model.versions());
        versions.setCellFactory(_ -> new VersionCell(times));
        versions.setPlaceholder(new Label(Messages.text("pick.choose")));
        versions.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.versionProperty().set(Optional.of(chosen));
            }
        });
        model.versionProperty()
                .subscribe(version -> version.ifPresent(chosen -> versions.getSelectionModel().select(chosen)));
        versions.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                accept.run();
            }
        });
    }
}
