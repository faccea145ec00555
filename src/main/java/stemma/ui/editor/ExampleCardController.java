package stemma.ui.editor;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import stemma.ui.common.Fxml;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.Presence;
import stemma.ui.common.ShapedText;

/// One example as a card.
final class ExampleCardController {
    private final ExampleFields example;
    private final ContentFields content;
    private final ContentActs acts;
    private final Node node;

    @FXML
    private Label number;

    @FXML
    private MenuButton menu;

    @FXML
    private MenuItem up;

    @FXML
    private MenuItem down;

    @FXML
    private TextArea input;

    @FXML
    private Label problem;

    @FXML
    private TextArea output;

    ExampleCardController(ExampleFields example, ContentFields content, ContentActs acts) {
        this.example = example;
        this.content = content;
        this.acts = acts;
        this.node = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        ShapedText.wrap(input);
        ShapedText.wrap(output);
        input.textProperty().bindBidirectional(example.input().textProperty());
        output.textProperty().bindBidirectional(example.outputProperty());
        input.prefRowCountProperty().bind(input.textProperty().map(ExampleCardController::rows));
        output.prefRowCountProperty().bind(output.textProperty().map(ExampleCardController::rows));
        input.setEditable(content.isEditable());
        output.setEditable(content.isEditable());
        menu.setVisible(content.isEditable());
        Presence.bindText(problem, example.input()
                        .problemProperty()
                        .map(found -> found.map(Notices::explain).orElse("")));
    }

    /// Tall enough for most examples, and never so tall that the next one is out of sight.
    private static int rows(String text) {
        return Math.clamp(text.lines().count() + 1, 3, 12);
    }

    @FXML
    private void moveUp() {
        acts.up(content.examples(), example);
        menu.requestFocus();
    }

    @FXML
    private void moveDown() {
        acts.down(content.examples(), example);
        menu.requestFocus();
    }

    @FXML
    private void remove() {
        acts.remove(example);
    }

    Node node() {
        return node;
    }

    void place(int index, int count) {
        number.setText(Messages.text("editor.example.number", index + 1));
        up.setDisable(index == 0);
        down.setDisable(index == count - 1);
    }

    void requestFocus() {
        input.requestFocus();
    }
}
