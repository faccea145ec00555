package stemma.ui.editor;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import stemma.ui.common.Fxml;
import stemma.ui.common.Messages;
import stemma.ui.common.Presence;

/// One declared variable as a card.
final class VariableCardController {
    private static final List<String> TYPES = List.of("string", "number", "boolean", "array", "object");

    private final VariableFields variable;
    private final ContentFields content;
    private final ContentActs acts;
    private final Node node;

    @FXML
    private VBox card;

    @FXML
    private TextField name;

    @FXML
    private Label unused;

    @FXML
    private MenuButton menu;

    @FXML
    private MenuItem up;

    @FXML
    private MenuItem down;

    @FXML
    private ComboBox<String> type;

    @FXML
    private CheckBox required;

    @FXML
    private TextField defaultValue;

    @FXML
    private Label unfit;

    @FXML
    private TextField description;

    VariableCardController(VariableFields variable, ContentFields content, ContentActs acts) {
        this.variable = variable;
        this.content = content;
        this.acts = acts;
        this.node = Fxml.load(this);
    }

    @FXML
    private void initialize() {
        name.textProperty().bindBidirectional(variable.nameProperty());
        type.getItems().setAll(TYPES);
        type.setValue(variable.typeProperty().get());
        type.getEditor().textProperty().bindBidirectional(variable.typeProperty());
        required.selectedProperty().bindBidirectional(variable.requiredProperty());
        defaultValue.textProperty().bindBidirectional(variable.defaultValueProperty());
        description.textProperty().bindBidirectional(variable.descriptionProperty());
        Presence.bindText(unfit, variable.remarkProperty());
        defaultValue.accessibleHelpProperty().bind(unfit.textProperty());
        boolean editable = content.isEditable();
        if (!editable) {
            card.getStyleClass().add("read-only");
        }
        name.setEditable(editable);
        type.setDisable(!editable);
        required.setDisable(!editable);
        defaultValue.setEditable(editable);
        description.setEditable(editable);
        menu.setVisible(editable);
        menu.setManaged(editable);
        menu.accessibleTextProperty()
                .bind(variable.nameProperty().map(text -> Messages.text("editor.variable.menu", text)));
        unused.managedProperty().bind(unused.visibleProperty());
    }

    @FXML
    private void moveUp() {
        acts.up(content.variables(), variable);
        menu.requestFocus();
    }

    @FXML
    private void moveDown() {
        acts.down(content.variables(), variable);
        menu.requestFocus();
    }

    @FXML
    private void remove() {
        acts.remove(variable);
    }

    Node node() {
        return node;
    }

    void place(int index, int count) {
        up.setDisable(index == 0);
        down.setDisable(index == count - 1);
    }

    void mark(boolean isUnused) {
        unused.setVisible(isUnused);
    }

    void requestFocus() {
        name.requestFocus();
    }
}
