package stemma.ui.editor;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import stemma.ui.common.Fxml;
import stemma.ui.common.ShapedText;

/// The page that says what a prompt is for.
final class AboutController {
    private final EditorModel model;
    private final ContentFields fields;
    private final Node node;

    @FXML
    private Label id;

    @FXML
    private TextField title;

    @FXML
    private TextArea description;

    AboutController(EditorModel model, ContentFields fields) {
        this.model = model;
        this.fields = fields;
        this.node = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        id.setText(model.prompt().value());
        ShapedText.wrap(description);
        title.textProperty().bindBidirectional(fields.titleProperty());
        description.textProperty().bindBidirectional(fields.descriptionProperty());
        title.setEditable(fields.isEditable());
        description.setEditable(fields.isEditable());
    }

    Node node() {
        return node;
    }
}
