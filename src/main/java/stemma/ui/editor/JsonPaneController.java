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
import stemma.ui.common.Notices;
import stemma.ui.common.Presence;
import stemma.ui.common.ShapedText;

/// A page that is one JSON object: config or metadata.
final class JsonPaneController {
    private final JsonField field;
    private final boolean editable;
    private final Kind kind;
    private final Node node;

    @FXML
    private TextArea text;

    @FXML
    private Label hint;

    @FXML
    private Hyperlink problem;

    @FXML
    private Button format;

    /// Which object it is.
    enum Kind {
        CONFIG("editor.field.config", "editor.json.hint.config", "editor.json.prompt.config"),
        METADATA("editor.field.metadata", "editor.json.hint.metadata", "editor.json.prompt.metadata");

        private final String nameKey;
        private final String hintKey;
        private final String promptKey;

        Kind(String nameKey, String hintKey, String promptKey) {
            this.nameKey = nameKey;
            this.hintKey = hintKey;
            this.promptKey = promptKey;
        }
    }

    JsonPaneController(JsonField field, boolean editable, Kind kind) {
        this.field = field;
        this.editable = editable;
        this.kind = kind;
        this.node = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        hint.setText(Messages.text(kind.hintKey));
        text.setAccessibleText(Messages.text(kind.nameKey));
        text.setPromptText(Messages.text(kind.promptKey));
        ShapedText.wrap(text);
        text.textProperty().bindBidirectional(field.textProperty());
        text.setEditable(editable);
        format.setVisible(editable);
        format.disableProperty()
                .bind(text.textProperty().map(String::isBlank).flatMap(isBlank -> field.problemProperty()
                        .map(found -> isBlank || found.isPresent())));
        Presence.bindText(problem, field.problemProperty()
                        .map(found -> found.map(Notices::explain).orElse("")));
    }

    /// As an edit of the author's own: a text that is set cannot be undone, nor what was typed before it.
    @FXML
    private void format() {
        text.replaceText(0, text.getLength(), field.formatted());
        text.requestFocus();
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
