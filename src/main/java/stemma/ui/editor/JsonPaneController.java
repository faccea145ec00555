package stemma.ui.editor;

import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import stemma.prompt.JsonException;
import stemma.ui.common.Fxml;
import stemma.ui.common.Messages;

/// A page that is one JSON object: config or metadata.
final class JsonPaneController {
    private final JsonField field;
    private final boolean editable;
    private final String name;
    private final Node node;

    @FXML
    private TextArea text;

    @FXML
    private Label hint;

    @FXML
    private Hyperlink problem;

    @FXML
    private Button format;

    /// @param name the end of its message keys
    JsonPaneController(JsonField field, boolean editable, String name) {
        this.field = field;
        this.editable = editable;
        this.name = name;
        this.node = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        hint.setText(Messages.text("editor.json.hint." + name));
        text.setAccessibleText(Messages.text("editor.field." + name));
        text.setPromptText(Messages.text("editor.json.prompt." + name));
        text.textProperty().bindBidirectional(field.textProperty());
        text.setEditable(editable);
        format.setVisible(editable);
        format.disableProperty()
                .bind(text.textProperty().map(String::isBlank).flatMap(isBlank -> field.problemProperty()
                        .map(found -> isBlank || found.isPresent())));
        problem.textProperty()
                .bind(field.problemProperty()
                        .map(found -> found.map(Exception::getMessage).orElse("")));
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
    }

    @FXML
    private void format() {
        field.format();
    }

    /// Puts the caret where reading stopped.
    @FXML
    private void goToProblem() {
        Optional<JsonException> found = field.problemProperty().getValue();
        found.ifPresent(where -> {
            text.requestFocus();
            text.positionCaret(position(text.getText(), where));
        });
    }

    private static int position(String text, JsonException where) {
        int lineStart = 0;
        for (int line = 1; line < where.line(); line++) {
            lineStart = text.indexOf('\n', lineStart) + 1;
        }
        return Math.min(text.length(), lineStart + where.column() - 1);
    }

    Node node() {
        return node;
    }
}
