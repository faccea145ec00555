package stemma.ui.drift;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Modality;
import org.jspecify.annotations.Nullable;
import stemma.prompt.VersionLabel;
import stemma.transfer.drift.DriftRow;
import stemma.ui.common.ColumnWidths;
import stemma.ui.common.FxDialogs;
import stemma.ui.common.Fxml;
import stemma.ui.common.Keyboard;
import stemma.ui.common.Messages;
import stemma.ui.common.OfferedStores;
import stemma.ui.common.Presence;
import stemma.ui.common.Sentences;
import stemma.ui.common.Words;
import stemma.ui.drift.DriftModel.Filter;
import stemma.ui.drift.DriftModel.Pair;

/// Binds the drift report to its model.
public final class DriftController {
    private final DriftModel model;
    private final OfferedStores others;
    private final Consumer<Pair> onOpen;
    private final Node view;
    private @Nullable Dialog<ButtonType> dialog;
    private boolean stepsAside;

    @FXML
    private ComboBox<String> target;

    @FXML
    private Button look;

    @FXML
    private ComboBox<Filter> filter;

    @FXML
    private TableView<DriftRow> rows;

    @FXML
    private TableColumn<DriftRow, String> promptColumn;

    @FXML
    private TableColumn<DriftRow, String> differenceColumn;

    @FXML
    private TableColumn<DriftRow, String> hereColumn;

    @FXML
    private TableColumn<DriftRow, String> thereColumn;

    @FXML
    private TableColumn<DriftRow, String> detailColumn;

    @FXML
    private Label summary;

    @FXML
    private Label problem;

    @FXML
    private ProgressBar progress;

    @FXML
    private Button stop;

    /// @param others the stores that are offered
    /// @param onOpen gets the versions of a row that is to be compared, once the report has stepped aside for that
    public DriftController(DriftModel model, OfferedStores others, Consumer<Pair> onOpen) {
        this.model = model;
        this.others = others;
        this.onOpen = onOpen;
        this.view = Fxml.load(this);
    }

    /// Shows the report beside the window, as it was when it stepped aside.
    ///
    /// @param onClosed called when the author closes it, and not when it steps aside
    public void show(FxDialogs dialogs, Runnable onClosed) {
        if (dialog != null) {
            dialog.getDialogPane().getScene().getWindow().requestFocus();
            return;
        }
        Dialog<ButtonType> made = dialogs.dialog(Messages.text("drift.title"), view, ButtonType.CLOSE);
        made.initModality(Modality.NONE);
        // Later, since the pane gives the focus to its default button after this event.
        made.setOnShown(_ -> Platform.runLater(rows.getItems().isEmpty() ? target::requestFocus : rows::requestFocus));
        made.setOnHidden(_ -> {
            dialog = null;
            model.stop();
            if (!stepsAside) {
                onClosed.run();
            }
        });
        dialog = made;
        made.show();
    }

    /// Closes the report, if it is shown.
    public void close() {
        if (dialog != null) {
            dialog.close();
        }
    }

    /// The report would stand over what it opens.
    private void stepAside() {
        stepsAside = true;
        close();
        stepsAside = false;
    }

    @FXML
    private void initialize() {
        others.offerIn(target, this::onLook);
        target.getEditor().textProperty().bindBidirectional(model.targetProperty());
        filter.getItems().setAll(Filter.values());
        filter.setConverter(Words.of(value -> Messages.text("drift.filter." + value.name())));
        filter.valueProperty().bindBidirectional(model.filterProperty());
        bindRows();
        ColumnWidths.followText(rows, summary);
        summary.textProperty().bind(model.summaryProperty());
        Presence.bindText(problem, model.problemProperty());
        progress.progressProperty().bind(model.progressProperty());
        for (Node node : List.of(progress, stop)) {
            Presence.bind(node, model.busyProperty());
        }
        for (Node node : List.of(target, look)) {
            node.disableProperty().bind(model.busyProperty());
        }
    }

    private void bindRows() {
        rows.setItems(model.rows());
        Keyboard.choosesFirst(rows);
        column(promptColumn, row -> row.prompt().value());
        column(differenceColumn, DriftController::differences);
        column(hereColumn, row -> row.here().map(VersionLabel::value).orElse(""));
        column(thereColumn, row -> row.there().map(VersionLabel::value).orElse(""));
        column(detailColumn, row -> row.details().stream().map(Sentences::say).collect(Collectors.joining("; ")));
        rows.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                event.consume();
                open();
            }
        });
        rows.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                open();
            }
        });
    }

    private static String differences(DriftRow row) {
        return row.isEqual()
                ? Messages.text("drift.equal")
                : row.differences().stream()
                        .map(difference -> Messages.text("drift.difference." + difference.name()))
                        .collect(Collectors.joining(", "));
    }

    private static void column(TableColumn<DriftRow, String> column, Function<DriftRow, String> text) {
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    }

    private void open() {
        DriftRow row = rows.getSelectionModel().getSelectedItem();
        if (row != null) {
            model.open(row, pair -> {
                stepAside();
                onOpen.accept(pair);
            });
        }
    }

    @FXML
    private void onLook() {
        model.look();
    }

    @FXML
    private void onStop() {
        model.stop();
    }
}
