package stemma.ui.outside;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import stemma.prompt.Content;
import stemma.store.OutsideEdits.Edit;
import stemma.ui.common.ChangePreview;
import stemma.ui.common.Fxml;
import stemma.ui.common.FxDialogs;
import stemma.ui.common.Messages;
import stemma.ui.common.Presence;
import stemma.ui.common.Sentences;

/// Binds the review of outside changes to its model.
public final class OutsideController {
    private final OutsideModel model;
    private final ChangePreview changes;
    private final Node view;

    @FXML
    private ListView<Edit> list;

    @FXML
    private Label what;

    @FXML
    private Label problem;

    @FXML
    private StackPane preview;

    @FXML
    private Button keep;

    @FXML
    private Button restore;

    public OutsideController(OutsideModel model, ChangePreview changes) {
        this.model = model;
        this.changes = changes;
        this.view = Fxml.load(this);
    }

    /// Shows the review until it is closed.
    public void ask(FxDialogs dialogs) {
        dialogs.ask(Messages.text("outside.title"), view, ButtonType.CLOSE);
    }

    @FXML
    private void initialize() {
        list.setItems(model.edits());
        list.setCellFactory(_ -> new EditCell());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(edit -> model.chosenProperty().set(Optional.ofNullable(edit)));
        Presence.bindText(problem, model.problemProperty());
        model.chosenProperty().subscribe(_ -> show());
        model.originalProperty().subscribe(_ -> show());
        list.getSelectionModel().selectFirst();
    }

    private void show() {
        Optional<Edit> edit = model.chosenProperty().get();
        what.setText(edit.map(chosen -> chosen.where() + ": " + Sentences.say(chosen.problem())).orElse(""));
        keep.setDisable(!model.canKeep());
        restore.setDisable(edit.isEmpty());
        Optional<Content> original = model.originalProperty().get();
        if (original.isPresent() && edit.flatMap(Edit::found).isPresent()) {
            preview.getChildren().setAll(changes.between(original, edit.get().found().orElseThrow()));
        } else {
            preview.getChildren().clear();
        }
    }

    @FXML
    private void onKeep() {
        model.keep();
    }

    @FXML
    private void onRestore() {
        model.restore();
    }

    /// One changed version.
    private static final class EditCell extends ListCell<Edit> {
        @Override
        protected void updateItem(@Nullable Edit edit, boolean isEmpty) {
            super.updateItem(edit, isEmpty);
            setText(isEmpty || edit == null ? null : edit.prompt() + " " + edit.label());
        }
    }
}
