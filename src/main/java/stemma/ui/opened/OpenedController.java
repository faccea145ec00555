package stemma.ui.opened;

import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.stage.Modality;
import stemma.ui.common.FxDialogs;
import stemma.ui.common.Fxml;
import stemma.ui.common.Messages;
import stemma.ui.common.ShapedText;

/// Binds an opened file to its model.
public final class OpenedController {
    private final OpenedModel model;
    private final Node view;

    @FXML
    private Label name;

    @FXML
    private Label format;

    @FXML
    private Label store;

    @FXML
    private Label notes;

    @FXML
    private GridPane facts;

    @FXML
    private TextArea text;

    @FXML
    private TextField id;

    @FXML
    private Label situation;

    @FXML
    private Button asNew;

    @FXML
    private Button asVersion;

    @FXML
    private Button compare;

    public OpenedController(OpenedModel model) {
        this.model = model;
        this.view = Fxml.load(this);
    }

    /// Shows the file beside the window until it is saved or closed.
    public void show(FxDialogs dialogs) {
        Dialog<ButtonType> dialog =
                dialogs.dialog(Messages.text("opened.window", model.file().getFileName()), view, ButtonType.CLOSE);
        dialog.initModality(Modality.NONE);
        // Later, since the pane gives the focus to its default button after this event.
        dialog.setOnShown(_ -> Platform.runLater(id::requestFocus));
        model.doneProperty().subscribe(done -> {
            if (done) {
                dialog.setResult(ButtonType.CLOSE);
                dialog.close();
            }
        });
        dialog.show();
    }

    @FXML
    private void initialize() {
        ShapedText.wrap(text);
        name.setText(String.valueOf(model.file().getFileName()));
        format.setText(Messages.text("opened.format", model.prompt().format().title(), model.file()));
        store.setText(Messages.text("opened.store", model.storeName()));
        notes.setText(String.join("\n", model.notes()));
        notes.setManaged(!model.notes().isEmpty());
        Outline.facts(model.prompt().content()).forEach((what, value) -> {
            Label heading = new Label(what);
            heading.getStyleClass().add("quiet");
            heading.setMinWidth(Label.USE_PREF_SIZE);
            Label shown = new Label(value);
            ShapedText.wrap(shown);
            heading.setLabelFor(shown);
            GridPane.setValignment(heading, VPos.TOP);
            facts.addRow(facts.getRowCount(), heading, shown);
        });
        text.setText(Outline.text(model.prompt().content()));
        id.textProperty().bindBidirectional(model.idProperty());
        situation.textProperty().bind(model.situationProperty());
        asNew.disableProperty().bind(model.canImportProperty().not());
        asVersion.disableProperty().bind(model.canSaveProperty().not());
        compare.disableProperty().bind(model.newestProperty().map(newest -> newest.isEmpty()));
    }

    @FXML
    private void onSave() {
        model.save();
    }

    @FXML
    private void onCompare() {
        model.compare();
    }
}
