package stemma.ui.shortcuts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import stemma.ui.common.Command;
import stemma.ui.common.Fxml;
import stemma.ui.common.FxDialogs;
import stemma.ui.common.KeyNames;
import stemma.ui.common.Keyboard;
import stemma.ui.common.Messages;

/// Binds the list of shortcuts to its model.
public final class ShortcutsController {
    private final ShortcutsModel model;
    private final FxDialogs dialogs;
    private final VBox view;
    private Optional<KeyCodeCombination> pressed = Optional.empty();

    @FXML
    private TextField filter;

    @FXML
    private ListView<Command> commands;

    @FXML
    private TextField keys;

    @FXML
    private Label said;

    @FXML
    private Button use;

    @FXML
    private Button none;

    @FXML
    private Button reset;

    @FXML
    private Button resetAll;

    public ShortcutsController(ShortcutsModel model, FxDialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
        this.view = Fxml.load(this);
    }

    VBox view() {
        return view;
    }

    /// Shows the shortcuts until the author is done.
    public void ask() {
        Dialog<ButtonType> dialog = dialogs.dialog(Messages.text("shortcuts.title"), view, ButtonType.CLOSE);
        // Later, since the pane gives the focus to its default button after this event.
        dialog.setOnShown(_ -> Platform.runLater(filter::requestFocus));
        dialog.showAndWait();
    }

    @FXML
    private void initialize() {
        filter.textProperty().bindBidirectional(model.filterProperty());
        commands.setItems(model.shown());
        commands.setCellFactory(_ -> new CommandCell());
        commands.getSelectionModel().selectedItemProperty().subscribe(_ -> press(Optional.empty()));
        reset.disableProperty()
                .bind(commands.getSelectionModel().selectedItemProperty().map(model::isFixed).orElse(true));
        resetAll.disableProperty().bind(model.hasOwnProperty().not());
        keys.disableProperty().bind(reset.disableProperty());
        keys.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        filter.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                commands.requestFocus();
                event.consume();
            }
        });
        Keyboard.choosesFirst(commands);
    }

    /// Tab and Escape go on meaning what they mean in a dialog.
    private void pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.TAB || code == KeyCode.ESCAPE || code == KeyCode.UNDEFINED) {
            return;
        }
        event.consume();
        if (!code.isModifierKey() && code != KeyCode.COMMAND) {
            press(Optional.of(new KeyCodeCombination(code, modifiers(event))));
        }
    }

    private static Modifier[] modifiers(KeyEvent event) {
        boolean isMac = event.isShortcutDown() && !event.isControlDown();
        List<Modifier> down = new ArrayList<>();
        if (event.isShortcutDown()) {
            down.add(KeyCombination.SHORTCUT_DOWN);
        }
        if (event.isControlDown() && !(event.isShortcutDown() && !isMac)) {
            down.add(KeyCombination.CONTROL_DOWN);
        }
        if (event.isMetaDown() && !isMac) {
            down.add(KeyCombination.META_DOWN);
        }
        if (event.isAltDown()) {
            down.add(KeyCombination.ALT_DOWN);
        }
        if (event.isShiftDown()) {
            down.add(KeyCombination.SHIFT_DOWN);
        }
        return down.toArray(Modifier[]::new);
    }

    private void press(Optional<KeyCodeCombination> combination) {
        pressed = combination;
        keys.setText(combination.map(KeyNames::of).orElse(""));
        Optional<String> problem = combination.flatMap(model::problem);
        none.setDisable(chosen().filter(command -> !command.shownKeys().isEmpty() && !model.isFixed(command)).isEmpty());
        use.setDisable(combination.isEmpty() || problem.isPresent());
        said.setText(problem.or(() -> chosen().flatMap(command -> combination.flatMap(wanted -> model.owner(command, wanted))
                        .map(other -> Messages.text("shortcuts.taken", other.text()))))
                .or(() -> chosen().filter(model::isFixed).map(_ -> Messages.text("shortcuts.fixed")))
                .orElse(""));
    }

    private Optional<Command> chosen() {
        return Optional.ofNullable(commands.getSelectionModel().getSelectedItem());
    }

    @FXML
    private void onUse() {
        change(command -> pressed.ifPresent(wanted -> model.assign(command, wanted)));
    }

    @FXML
    private void onNone() {
        change(model::clear);
    }

    @FXML
    private void onReset() {
        change(model::reset);
    }

    /// Changes the chosen command's keys; it stays chosen, and what was said of other keys holds no more. The keyboard
    /// goes to it, lest the button that follows a pressed one takes the next Enter and the keys back.
    private void change(Consumer<Command> action) {
        chosen().ifPresent(command -> {
            action.accept(command);
            commands.getSelectionModel().select(command);
            commands.requestFocus();
            press(Optional.empty());
        });
    }

    @FXML
    private void onResetAll() {
        if (dialogs.confirm(
                Messages.text("shortcuts.resetAll"),
                Messages.text("shortcuts.resetAll.text"),
                Messages.text("shortcuts.resetAll"))) {
            model.resetAll();
        }
    }

    private static final class CommandCell extends ListCell<Command> {
        private final Label text = new Label();
        private final Label menu = new Label();
        private final Label keys = new Label();
        private final HBox box = new HBox(12, text, menu, keys);

        CommandCell() {
            box.setAlignment(Pos.CENTER_LEFT);
            menu.getStyleClass().add("quiet");
            menu.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(menu, Priority.ALWAYS);
            keys.setMinWidth(Region.USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Command command, boolean isEmpty) {
            super.updateItem(command, isEmpty);
            keys.textProperty().unbind();
            accessibleTextProperty().unbind();
            if (isEmpty || command == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            text.setText(command.text());
            menu.setText(command.menu());
            // The keys of a command in sight can go to another one.
            keys.textProperty().bind(command.keys().map(_ -> command.shownKeys()).orElse(""));
            setGraphic(box);
            accessibleTextProperty()
                    .bind(keys.textProperty().map(shown -> command.text() + ", " + command.menu() + ", " + shown));
        }
    }
}
