package stemma.ui.copy;

import java.util.List;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.event.ActionEvent;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.transfer.copy.CopyItem;
import stemma.ui.common.ColumnWidths;
import stemma.ui.common.FxDialogs;
import stemma.ui.common.Fxml;
import stemma.ui.common.Keyboard;
import stemma.ui.common.Messages;
import stemma.ui.common.OfferedStores;
import stemma.ui.common.Presence;
import stemma.ui.common.Words;
import stemma.ui.copy.CopyModel.Filter;

/// Binds the dialog that copies to another store to its model.
public final class CopyController {
    private final CopyModel model;
    private final OfferedStores others;
    private final Node view;

    @FXML
    private ComboBox<String> target;

    @FXML
    private Button look;

    @FXML
    private CheckBox onlyChosen;

    @FXML
    private ListView<PromptId> prompts;

    @FXML
    private CheckBox moveStages;

    @FXML
    private CheckBox replaceTags;

    @FXML
    private ComboBox<Filter> filter;

    @FXML
    private TableView<CopyItem> items;

    @FXML
    private TableColumn<CopyItem, String> promptColumn;

    @FXML
    private TableColumn<CopyItem, String> versionColumn;

    @FXML
    private TableColumn<CopyItem, String> outcomeColumn;

    @FXML
    private TableColumn<CopyItem, String> whyColumn;

    @FXML
    private Label explanation;

    @FXML
    private Label summary;

    @FXML
    private Label problem;

    @FXML
    private ProgressBar progress;

    @FXML
    private Button stop;

    /// @param others the stores that are offered
    public CopyController(CopyModel model, OfferedStores others) {
        this.model = model;
        this.others = others;
        this.view = Fxml.load(this);
    }

    /// Shows the dialog until it is closed; what goes on then is stopped in order.
    public void ask(FxDialogs dialogs) {
        ButtonType copy = new ButtonType(Messages.text("copy.act"), ButtonData.OK_DONE);
        Dialog<ButtonType> dialog = dialogs.dialog(Messages.text("copy.title"), view, copy, ButtonType.CLOSE);
        Button button = (Button) dialog.getDialogPane().lookupButton(copy);
        button.disableProperty().bind(model.canCopy().not());
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            model.copy();
        });
        // Later, since the pane gives the focus to its default button after this event.
        dialog.setOnShown(_ -> Platform.runLater(target::requestFocus));
        dialog.showAndWait();
        model.stop();
    }

    @FXML
    private void initialize() {
        others.offerIn(target, this::onLook);
        target.getEditor().textProperty().bindBidirectional(model.targetProperty());
        bindPrompts();
        moveStages.selectedProperty().bindBidirectional(model.moveStagesProperty());
        replaceTags.selectedProperty().bindBidirectional(model.replaceTagsProperty());
        bindItems();
        ColumnWidths.followText(items, summary);
        summary.textProperty().bind(model.summaryProperty());
        Presence.bindText(problem, model.problemProperty());
        progress.progressProperty().bind(model.progressProperty());
        for (Node node : List.of(progress, stop)) {
            Presence.bind(node, model.isBusy());
        }
        for (Node node : List.of(target, look, onlyChosen, prompts, moveStages, replaceTags)) {
            node.disableProperty().bind(model.isBusy());
        }
    }

    private void bindPrompts() {
        onlyChosen.selectedProperty().bindBidirectional(model.onlyChosenProperty());
        prompts.setItems(model.prompts());
        prompts.setPlaceholder(new Label(Messages.text("copy.noPrompts")));
        Presence.bind(prompts, onlyChosen.selectedProperty());
        prompts.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        model.chosen().forEach(prompts.getSelectionModel()::select);
        prompts.getSelectionModel()
                .getSelectedItems()
                .subscribe(() -> model.chosen().setAll(prompts.getSelectionModel().getSelectedItems()));
    }

    private void bindItems() {
        filter.getItems().setAll(Filter.values());
        filter.setConverter(Words.of(value -> Messages.text("copy.filter." + value.name())));
        filter.valueProperty().bindBidirectional(model.filterProperty());
        items.setItems(model.items());
        column(promptColumn, item -> item.prompt().map(PromptId::value).orElse(""));
        column(versionColumn, CopyController::what);
        column(outcomeColumn, item -> Messages.text("copy.outcome." + item.outcome().name()));
        column(whyColumn, item -> CopyModel.explain(item).replace("\n", "; "));
        Presence.bind(explanation, explanation.textProperty().isNotEmpty());
        Keyboard.choosesFirst(items);
        items.getSelectionModel()
                .selectedItemProperty()
                .subscribe(item -> explanation.setText(item == null ? "" : CopyModel.explain(item)));
    }

    private static void column(TableColumn<CopyItem, String> column, Function<CopyItem, String> text) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    }

    private static String what(CopyItem item) {
        String version = item.version().map(VersionLabel::value).orElse("");
        return item.stage().map(Stage::name).map(stage -> (stage + " " + version).strip()).orElse(version);
    }

    @FXML
    private void onLook() {
        model.look();
    }

    @FXML
    private void onStop() {
        model.stop();
    }
}
