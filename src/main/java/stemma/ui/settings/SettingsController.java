package stemma.ui.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import stemma.ui.common.Fxml;
import stemma.ui.common.FxDialogs;
import stemma.ui.common.Messages;
import stemma.ui.common.Scale;
import stemma.ui.common.Theme.Appearance;
import stemma.ui.common.Words;
import stemma.ui.settings.SettingsModel.StageRow;

/// Binds the settings window to its model.
public final class SettingsController {
    private final SettingsModel model;
    private final Runnable stores;
    private final Runnable shortcuts;
    private final Node view;
    private final DoubleProperty chosenZoom = new SimpleDoubleProperty();

    @FXML
    private ComboBox<Appearance> appearance;

    @FXML
    private Slider zoom;

    @FXML
    private Label zoomText;

    @FXML
    private Node scaleRow;

    @FXML
    private ComboBox<Scale> scale;

    @FXML
    private CheckBox monospaced;

    @FXML
    private CheckBox lineNumbers;

    @FXML
    private TextField author;

    @FXML
    private ListView<StageRow> stages;

    @FXML
    private CheckBox guarded;

    @FXML
    private Button up;

    @FXML
    private Button down;

    @FXML
    private Button remove;

    @FXML
    private VBox more;

    @FXML
    private Label outcome;

    /// @param stores opens the list of stores
    /// @param shortcuts opens the list of shortcuts
    /// @param more parts of other screens, shown below the others
    public SettingsController(SettingsModel model, Runnable stores, Runnable shortcuts, List<Node> more) {
        this.model = model;
        this.stores = stores;
        this.shortcuts = shortcuts;
        this.view = Fxml.load(this);
        this.more.getChildren().setAll(more);
    }

    /// Shows the settings until the author is done.
    public void ask(FxDialogs dialogs) {
        dialogs.ask(Messages.text("settings.title"), view, ButtonType.CLOSE);
    }

    @FXML
    private void initialize() {
        Look look = model.look();
        appearance.getItems().setAll(Appearance.values());
        appearance.setConverter(Words.of(value -> switch (value) {
            case SYSTEM -> Messages.text("menu.system");
            case LIGHT -> Messages.text("menu.light");
            case DARK -> Messages.text("menu.dark");
            case HIGH_CONTRAST_LIGHT -> Messages.text("menu.highContrastLight");
            case HIGH_CONTRAST_DARK -> Messages.text("menu.highContrastDark");
        }));
        appearance.valueProperty().bindBidirectional(look.appearance());
        bindZoom(look.zoom());
        zoomText.textProperty().bind(zoom.valueProperty().map(factor -> Math.round(factor.doubleValue() * 100) + " %"));
        scale.getItems().setAll(Scale.values());
        scale.setConverter(Words.of(value ->
                value == Scale.SYSTEM ? Messages.text("menu.language.system") : value.percent() + " %"));
        scale.valueProperty().bindBidirectional(look.scale());
        scaleRow.setVisible(Scale.isOffered(System.getProperty("os.name")));
        scaleRow.managedProperty().bind(scaleRow.visibleProperty());
        monospaced.selectedProperty().bindBidirectional(look.monospaced());
        lineNumbers.selectedProperty().bindBidirectional(look.lineNumbers());
        author.textProperty().bindBidirectional(model.authorProperty());
        author.setPromptText(System.getProperty("user.name", ""));
        outcome.textProperty().bind(model.outcomeProperty());
        bindStages();
    }

    /// Text that grew while the thumb is dragged would move it away from below the pointer.
    private void bindZoom(DoubleProperty shown) {
        chosenZoom.bindBidirectional(shown);
        chosenZoom.subscribe(factor -> zoom.setValue(factor.doubleValue()));
        zoom.valueProperty().subscribe(_ -> takeZoom());
        zoom.valueChangingProperty().subscribe(_ -> takeZoom());
    }

    private void takeZoom() {
        if (!zoom.isValueChanging()) {
            chosenZoom.set(zoom.getValue());
        }
    }

    private void bindStages() {
        stages.setItems(model.stages());
        stages.setCellFactory(_ -> new StageCell());
        stages.getSelectionModel().selectedItemProperty().subscribe(row -> {
            guarded.setSelected(row != null && row.isProtected());
            remove.setDisable(row == null || !row.canGo());
        });
        guarded.disableProperty().bind(Bindings.isNull(stages.getSelectionModel().selectedItemProperty()));
        ReadOnlyIntegerProperty chosen = stages.getSelectionModel().selectedIndexProperty();
        up.disableProperty().bind(chosen.lessThan(1));
        down.disableProperty()
                .bind(chosen.lessThan(0).or(chosen.add(1).greaterThanOrEqualTo(Bindings.size(model.stages()))));
        stages.getSelectionModel().selectFirst();
    }

    private static final class StageCell extends ListCell<StageRow> {
        @Override
        protected void updateItem(@Nullable StageRow row, boolean isEmpty) {
            super.updateItem(row, isEmpty);
            if (isEmpty || row == null) {
                setText(null);
            } else {
                setText(row.isProtected()
                        ? Messages.text("settings.stage.protected", row.stage().name())
                        : row.stage().name());
            }
        }
    }

    private Optional<StageRow> chosen() {
        return Optional.ofNullable(stages.getSelectionModel().getSelectedItem());
    }

    /// Does something with the chosen stage; it stays chosen where it goes.
    private void change(Consumer<StageRow> action) {
        chosen().ifPresent(row -> {
            action.accept(row);
            model.stages().stream()
                    .filter(shown -> shown.stage().equals(row.stage()))
                    .findFirst()
                    .ifPresentOrElse(
                            stages.getSelectionModel()::select,
                            stages.getSelectionModel()::selectFirst);
        });
    }

    @FXML
    private void onGuarded() {
        boolean isProtected = guarded.isSelected();
        change(row -> model.protect(row, isProtected));
    }

    @FXML
    private void onAdd() {
        if (model.addStage()) {
            stages.getSelectionModel().selectFirst();
        }
    }

    @FXML
    private void onRemove() {
        change(model::removeStage);
    }

    @FXML
    private void onUp() {
        change(row -> model.moveStage(row, -1));
    }

    @FXML
    private void onDown() {
        change(row -> model.moveStage(row, 1));
    }

    @FXML
    private void onStores() {
        stores.run();
    }

    @FXML
    private void onShortcuts() {
        shortcuts.run();
    }

    @FXML
    private void onExport() {
        model.exportSettings();
    }

    @FXML
    private void onImport() {
        model.importSettings();
    }
}
