package stemma.ui.save;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import stemma.prompt.Content;
import stemma.prompt.Version;
import stemma.ui.common.ChangePreview;
import stemma.ui.common.Fxml;
import stemma.ui.common.Messages;
import stemma.ui.common.Presence;
import stemma.ui.common.ShapedText;

/// The save dialog's two pages: what is about to be saved, and what to do when somebody else saved meanwhile.
public final class SaveController {
    private final SaveModel model;
    private final ChangePreview preview;
    private final Parent node;

    @FXML
    private VBox form;

    @FXML
    private VBox conflict;

    @FXML
    private StackPane labelPlace;

    @FXML
    private TextArea message;

    @FXML
    private TextField author;

    @FXML
    private Label summary;

    @FXML
    private StackPane changes;

    @FXML
    private Label problem;

    @FXML
    private Label conflictText;

    @FXML
    private Tab theirChanges;

    @FXML
    private Tab myChanges;

    @FXML
    private StackPane conflictLabelPlace;

    @FXML
    private Label conflictProblem;

    public SaveController(SaveModel model, ChangePreview preview) {
        this.model = model;
        this.preview = preview;
        this.node = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        ShapedText.wrap(message);
        message.textProperty().bindBidirectional(model.messageProperty());
        author.textProperty().bindBidirectional(model.authorProperty());
        summary.textProperty().bind(model.summaryProperty());
        conflictText.textProperty().bind(model.conflictProperty());
        for (Label line : new Label[] {problem, conflictProblem}) {
            Presence.bindText(line, model.problemProperty());
        }
        labelPlace.getChildren().setAll(new LabelChoiceController(model.label()).node());
        changes.getChildren().setAll(preview.between(model.baseContent(), model.edits().content()));
        conflict.visibleProperty().bind(model.theirsProperty().map(Optional::isPresent));
        form.visibleProperty().bind(conflict.visibleProperty().not());
        model.theirsProperty().subscribe(newer -> newer.ifPresent(this::showConflict));
    }

    private void showConflict(Version newer) {
        Content theirs = newer.content();
        theirChanges.setText(Messages.text("save.conflict.theirs", newer.label()));
        theirChanges.setContent(preview.between(model.baseContent(), theirs));
        myChanges.setText(Messages.text("save.conflict.mine", newer.label()));
        myChanges.setContent(preview.between(Optional.of(theirs), model.edits().content()));
        conflictLabelPlace
                .getChildren()
                .setAll(new LabelChoiceController(model.label()).node());
    }

    /// What to put into the dialog.
    public Parent node() {
        return node;
    }

    /// Puts the caret where an author begins.
    void requestFocus() {
        message.requestFocus();
    }
}
