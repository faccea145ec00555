package stemma.ui.welcome;

import java.util.List;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import stemma.ui.common.Fxml;
import stemma.ui.common.Messages;

/// The welcome: three doors, the guided look, and a way past all of them.
public final class WelcomeController {
    /// A line of text no longer than this many times the size of its letters is good to read.
    private static final double LINE = 36;

    private final WelcomeActions actions;
    private final boolean isFirst;
    private final ScrollPane view;

    @FXML
    private VBox page;

    @FXML
    private Label text;

    @FXML
    private VBox doors;

    @FXML
    private Button samples;

    @FXML
    private Button open;

    @FXML
    private Button imports;

    @FXML
    private Hyperlink leave;

    /// @param isFirst whether there are no prompts to go back to
    public WelcomeController(WelcomeActions actions, boolean isFirst) {
        this.actions = actions;
        this.isFirst = isFirst;
        this.view = Fxml.load(this);
    }

    public Node view() {
        return view;
    }

    /// Puts the keyboard on the first door, as soon as that is in the window: a scroll pane takes its content in with its
    /// first layout.
    public void focus() {
        samples.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                Platform.runLater(samples::requestFocus);
            }
        });
    }

    /// While a door is being opened, none can be.
    public void setBusy(boolean isBusy) {
        page.setDisable(isBusy);
    }

    @FXML
    private void initialize() {
        for (Region lines : List.of(text, doors)) {
            lines.maxWidthProperty().bind(text.fontProperty().map(font -> LINE * font.getSize()));
        }
        name(samples, "welcome.samples");
        name(open, "welcome.open");
        name(imports, "welcome.import");
        leave.setText(Messages.text(isFirst ? "welcome.empty" : "welcome.back"));
        page.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                actions.leave();
                event.consume();
            }
        });
    }

    /// A door's title and sentence lie over it; who hears it gets both.
    private static void name(Button door, String key) {
        door.setAccessibleText(Messages.text(key) + ". " + Messages.text(key + ".text"));
    }

    @FXML
    private void onSamples() {
        actions.openSamples();
    }

    @FXML
    private void onOpen() {
        actions.openStore();
    }

    @FXML
    private void onImport() {
        actions.importFile();
    }

    @FXML
    private void onLook() {
        actions.lookAround();
    }

    @FXML
    private void onLeave() {
        actions.leave();
    }
}
