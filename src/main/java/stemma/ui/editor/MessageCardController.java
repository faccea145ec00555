package stemma.ui.editor;

import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import stemma.ui.common.Fxml;
import stemma.ui.common.Messages;
import stemma.ui.common.Tasks;

/// One message of a chat as a card.
final class MessageCardController {
    private static final List<String> ROLES = List.of("system", "user", "assistant", "tool", "developer");

    private final MessageFields message;
    private final ContentFields content;
    private final ContentActs acts;
    private final Consumer<MessageFields> showCopy;
    private final TextBox text;
    private final Node node;

    @FXML
    private VBox card;

    @FXML
    private ComboBox<String> role;

    @FXML
    private HBox buttons;

    @FXML
    private Button up;

    @FXML
    private Button down;

    /// @param showCopy brings a copy of the message into sight
    MessageCardController(
            MessageFields message,
            ContentFields content,
            ContentActs acts,
            TextLook look,
            Tasks tasks,
            Consumer<MessageFields> showCopy) {
        this.message = message;
        this.content = content;
        this.acts = acts;
        this.showCopy = showCopy;
        this.text = new TextBox(message.textProperty(), content, look, tasks).growing();
        this.node = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        role.getItems().setAll(ROLES);
        role.setValue(message.roleProperty().get());
        role.getEditor().textProperty().bindBidirectional(message.roleProperty());
        if (!content.isEditable()) {
            card.getStyleClass().add("read-only");
            role.setDisable(true);
        }
        buttons.setVisible(content.isEditable());
        card.getChildren().add(text.withPrompt(Messages.text("editor.message.prompt")).node());
        message.roleProperty().subscribe(name -> text.named(Messages.text("editor.message.text", name)));
        card.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.isAltDown() && content.isEditable()) {
            if (event.getCode() == KeyCode.UP) {
                event.consume();
                moveUp();
            } else if (event.getCode() == KeyCode.DOWN) {
                event.consume();
                moveDown();
            }
        }
    }

    @FXML
    private void moveUp() {
        keepingFocus(() -> acts.up(content.messages(), message));
    }

    @FXML
    private void moveDown() {
        keepingFocus(() -> acts.down(content.messages(), message));
    }

    private void keepingFocus(Runnable move) {
        Node focused = card.getScene().getFocusOwner();
        move.run();
        if (focused != null && !focused.isDisabled()) {
            focused.requestFocus();
        }
    }

    @FXML
    private void duplicate() {
        showCopy.accept(acts.duplicate(message));
    }

    @FXML
    private void remove() {
        acts.remove(message);
    }

    Node node() {
        return node;
    }

    /// Tells the card its place, so that only those moves are offered that lead anywhere.
    void place(int index, int count) {
        up.setDisable(index == 0);
        down.setDisable(index == count - 1);
    }

    TextBox text() {
        return text;
    }

    void requestFocus() {
        text.requestFocus();
    }

    void select(int start, int end) {
        text.select(start, end);
    }

    void dispose() {
        text.dispose();
        role.getEditor().textProperty().unbindBidirectional(message.roleProperty());
    }
}
