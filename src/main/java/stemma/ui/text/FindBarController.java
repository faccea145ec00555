package stemma.ui.text;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import stemma.ui.common.Presence;

/// Binds the find bar to its model.
public final class FindBarController {
    private final FindModel model;

    @FXML
    private Region bar;

    @FXML
    private Node replacing;

    @FXML
    private TextField query;

    @FXML
    private TextField replacement;

    @FXML
    private ToggleButton caseSensitive;

    @FXML
    private ToggleButton wholeWord;

    @FXML
    private ToggleButton regex;

    @FXML
    private Label status;

    @FXML
    private Label error;

    @FXML
    private Button previous;

    @FXML
    private Button next;

    @FXML
    private Button replace;

    @FXML
    private Button replaceAll;

    @SuppressWarnings("NullAway.Init")
    FindBarController(FindModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        query.textProperty().bindBidirectional(model.queryProperty());
        replacement.textProperty().bindBidirectional(model.replacementProperty());
        caseSensitive.selectedProperty().bindBidirectional(model.caseSensitiveProperty());
        wholeWord.selectedProperty().bindBidirectional(model.wholeWordProperty());
        regex.selectedProperty().bindBidirectional(model.regexProperty());
        status.textProperty().bind(model.statusProperty());
        Presence.bindText(error, model.errorProperty());
        Presence.bind(bar, model.openProperty());
        // A pane around the bar would take the keyboard for a press on its empty space.
        bar.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        Presence.bind(replacement, model.replacingProperty());
        Presence.bind(replacing, model.replacingProperty());
        for (Button button : new Button[] {previous, next, replace, replaceAll}) {
            button.disableProperty().bind(model.foundProperty().not());
        }
    }

    /// How much of the text's pane the bar takes, in pixels.
    double shownHeight() {
        return bar.isVisible() ? bar.getHeight() : 0;
    }

    /// Puts the caret where the author types what is sought.
    void focus() {
        query.requestFocus();
        query.selectAll();
    }

    @FXML
    private void next() {
        model.next();
    }

    @FXML
    private void previous() {
        model.previous();
    }

    @FXML
    private void replace() {
        model.replace();
    }

    @FXML
    private void replaceAll() {
        model.replaceAll();
    }

    @FXML
    private void close() {
        model.close();
    }

    @FXML
    private void keyPressed(KeyEvent event) {
        boolean inQuery = event.getTarget() == query;
        if (event.getCode() == KeyCode.ESCAPE) {
            model.close();
        } else if (event.getCode() == KeyCode.ENTER && inQuery && event.isShiftDown()) {
            model.previous();
        } else if (event.getCode() == KeyCode.ENTER && inQuery) {
            model.next();
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() == replacement) {
            model.replace();
        } else {
            return;
        }
        event.consume();
    }
}
