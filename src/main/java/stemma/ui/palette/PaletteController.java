package stemma.ui.palette;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import stemma.ui.common.Fxml;
import stemma.ui.common.Presence;

/// Binds the palette to its model. It lies over the window until something is taken, Esc is pressed, or the keyboard goes
/// elsewhere.
public final class PaletteController {
    /// What the keys for pages move by.
    private static final int PAGE = 10;

    private final PaletteModel model;
    private final Node view;
    private @Nullable Node keyboardBefore;

    @FXML
    private TextField typed;

    @FXML
    private ListView<PaletteRow> rows;

    @FXML
    private Label problem;

    public PaletteController(PaletteModel model) {
        this.model = model;
        this.view = Fxml.load(this);
    }

    /// Shows the palette over a window.
    ///
    /// @param over what the window's parts lie in
    public void show(Pane over) {
        keyboardBefore = over.getScene().getFocusOwner();
        over.getChildren().add(view);
        typed.requestFocus();
        view.focusWithinProperty().subscribe((_, isWithin) -> {
            if (!isWithin) {
                hide();
            }
        });
    }

    /// Takes the palette away; the keyboard goes back to where it was unless it has gone elsewhere.
    public void hide() {
        if (view.getParent() instanceof Pane over) {
            Scene scene = view.getScene();
            boolean hasKeyboard = view.isFocusWithin();
            model.close();
            over.getChildren().remove(view);
            if (hasKeyboard && keyboardBefore != null && keyboardBefore.getScene() == scene) {
                keyboardBefore.requestFocus();
            }
        }
    }

    @FXML
    private void initialize() {
        typed.setPromptText(model.hint());
        typed.setAccessibleText(model.hint());
        typed.textProperty().bindBidirectional(model.typedProperty());
        typed.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (isTaken(event)) {
                event.consume();
            }
        });
        rows.setItems(model.rows());
        rows.setCellFactory(_ -> new PaletteCell());
        rows.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                model.chosenProperty().set(rows.getSelectionModel().getSelectedIndex());
                model.accept(this::hide);
            }
        });
        Presence.bind(rows, Bindings.isNotEmpty(model.rows()));
        model.chosenProperty().subscribe(this::choose);
        model.rows().subscribe(this::choose);
        Presence.bindText(problem, model.problemProperty());
    }

    private void choose() {
        int chosen = model.chosenProperty().get();
        if (chosen >= 0 && chosen < model.rows().size()) {
            rows.getSelectionModel().clearAndSelect(chosen);
            rows.scrollTo(Math.max(0, chosen - PAGE + 2));
        }
    }

    private boolean isTaken(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case PAGE_DOWN -> model.move(PAGE);
            case PAGE_UP -> model.move(-PAGE);
            case ENTER -> model.accept(this::hide);
            case ESCAPE -> hide();
            default -> {
                return false;
            }
        }
        return true;
    }
}
