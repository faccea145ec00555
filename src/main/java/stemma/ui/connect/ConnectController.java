package stemma.ui.connect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import stemma.settings.Connection;
import stemma.settings.Connection.Colour;
import stemma.store.StoreDriver;
import stemma.ui.common.Fxml;
import stemma.ui.common.FxDialogs;
import stemma.ui.common.Messages;
import stemma.ui.common.Sentences;
import stemma.ui.common.ShapedText;
import stemma.ui.common.Words;

/// Binds the dialog of remembered stores to its model. The form draws itself from what the driver describes.
public final class ConnectController {
    /// The width of the column of labels, in heights of their letters; the longest word has room in it.
    private static final double LABELS_IN_LETTERS = 10.7;

    private final ConnectModel model;
    private final FxDialogs dialogs;
    private final Node view;
    private Consumer<Connection> open = _ -> {};
    private Subscription formBindings = Subscription.EMPTY;

    @FXML
    private ListView<Connection> connections;

    @FXML
    private Button duplicate;

    @FXML
    private Button remove;

    @FXML
    private Button up;

    @FXML
    private Button down;

    @FXML
    private Pane editor;

    @FXML
    private TextField name;

    @FXML
    private ComboBox<StoreDriver> kind;

    @FXML
    private ComboBox<Colour> colour;

    @FXML
    private CheckBox pinned;

    @FXML
    private CheckBox readOnly;

    @FXML
    private GridPane common;

    @FXML
    private GridPane fields;

    @FXML
    private Label outcome;

    @FXML
    private Button test;

    @FXML
    private Button save;

    @FXML
    private Button openButton;

    public ConnectController(ConnectModel model, FxDialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
        this.view = Fxml.load(this);
    }

    /// Shows the stores until the author is done.
    ///
    /// @param onOpen gets the connection that is to be opened
    public void ask(Consumer<Connection> onOpen) {
        Dialog<ButtonType> dialog = dialogs.dialog(Messages.text("connect.title"), view, ButtonType.CLOSE);
        open = connection -> {
            dialog.close();
            onOpen.accept(connection);
        };
        dialog.setOnCloseRequest(event -> {
            if (!mayLeave()) {
                event.consume();
            }
        });
        if (model.list().isEmpty()) {
            // Later, since the pane gives the focus to its default button after this event.
            dialog.setOnShown(_ -> Platform.runLater(this::onAdd));
        }
        dialog.showAndWait();
    }

    private boolean mayLeave() {
        List<String> unsaved = model.unsaved();
        return unsaved.isEmpty()
                || dialogs.confirm(
                        Messages.text("connect.unsaved"),
                        Messages.text("connect.unsaved.text", String.join(", ", unsaved)),
                        Messages.text("connect.unsaved.act"));
    }

    @FXML
    private void initialize() {
        bindList();
        BooleanBinding none = Bindings.createBooleanBinding(
                () -> model.formProperty().get().isEmpty(), model.formProperty());
        editor.visibleProperty().bind(none.not());
        for (Button button : new Button[] {duplicate, remove, up, down}) {
            button.disableProperty()
                    .bind(Bindings.createBooleanBinding(
                            () -> model.chosenProperty().get().isEmpty(), model.chosenProperty()));
        }
        for (Button button : new Button[] {test, save, openButton}) {
            button.disableProperty().bind(none.or(model.busyProperty()));
        }
        kind.getItems().setAll(model.drivers());
        kind.setConverter(Words.of(driver -> Sentences.title(driver.title())));
        kind.valueProperty().subscribe(driver -> {
            if (driver != null) {
                model.choose(driver);
            }
        });
        colour.getItems().setAll(Colour.values());
        colour.setConverter(Words.of(ConnectController::word));
        for (GridPane grid : List.of(common, fields)) {
            grid.getColumnConstraints().getFirst().prefWidthProperty().bind(
                    outcome.fontProperty().map(font -> font.getSize() * LABELS_IN_LETTERS));
        }
        outcome.textProperty().bind(model.outcomeProperty());
        model.failedProperty().subscribe(failed -> {
            outcome.getStyleClass().remove("problem");
            if (failed) {
                outcome.getStyleClass().add("problem");
            }
        });
        model.formProperty().subscribe(this::show);
    }

    private static String word(Colour colour) {
        return Messages.text("connect.colour." + colour.name().toLowerCase(Locale.ROOT));
    }

    private void bindList() {
        connections.setItems(model.list());
        connections.setCellFactory(_ -> new ConnectionCell());
        Label none = new Label(Messages.text("connect.none"));
        none.setWrapText(true);
        none.getStyleClass().add("list-placeholder");
        connections.setPlaceholder(none);
        connections.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null && !model.chosenProperty().get().equals(Optional.of(chosen))) {
                model.chosenProperty().set(Optional.of(chosen));
            }
        });
        model.chosenProperty()
                .subscribe(chosen -> chosen.ifPresentOrElse(
                        connection -> connections.getSelectionModel().select(connection),
                        connections.getSelectionModel()::clearSelection));
        connections.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                onOpen();
            }
        });
        connections.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                onRemove();
                event.consume();
            }
        });
    }

    private void show(Optional<ConnectionForm> shown) {
        formBindings.unsubscribe();
        formBindings = Subscription.EMPTY;
        fields.getChildren().clear();
        shown.ifPresent(form -> {
            kind.setValue(form.driver());
            name.textProperty().bindBidirectional(form.nameProperty());
            colour.valueProperty().bindBidirectional(form.colourProperty());
            pinned.selectedProperty().bindBidirectional(form.pinnedProperty());
            readOnly.selectedProperty().bindBidirectional(form.readOnlyProperty());
            formBindings = () -> {
                name.textProperty().unbindBidirectional(form.nameProperty());
                colour.valueProperty().unbindBidirectional(form.colourProperty());
                pinned.selectedProperty().unbindBidirectional(form.pinnedProperty());
                readOnly.selectedProperty().unbindBidirectional(form.readOnlyProperty());
            };
            int row = 0;
            for (OptionField field : form.fields()) {
                Label label = new Label(field.title());
                Node control = OptionControls.of(field, label, form.isKept(field), dialogs);
                label.setLabelFor(control);
                ShapedText.wrap(label);
                label.setMinHeight(Region.USE_PREF_SIZE);
                fields.addRow(row, label, control);
                row++;
            }
        });
    }

    @FXML
    private void onAdd() {
        model.add();
        name.requestFocus();
        name.selectAll();
    }

    @FXML
    private void onDuplicate() {
        model.duplicate();
    }

    @FXML
    private void onRemove() {
        model.chosenProperty().get().ifPresent(connection -> {
            if (dialogs.confirm(
                    Messages.text("connect.remove"),
                    Messages.text("connect.remove.text", connection.name()),
                    Messages.text("connect.remove"))) {
                model.remove();
            }
        });
    }

    @FXML
    private void onUp() {
        model.move(-1);
    }

    @FXML
    private void onDown() {
        model.move(1);
    }

    @FXML
    private void onTest() {
        model.test();
    }

    @FXML
    private void onSave() {
        model.save(_ -> {});
    }

    @FXML
    private void onOpen() {
        model.save(open);
    }
}
