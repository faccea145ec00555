package stemma.ui.history;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.prompt.HistoryEntry;
import stemma.prompt.Stage;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Capability;
import stemma.store.Untold;
import stemma.ui.common.Fxml;
import stemma.ui.common.Keyboard;
import stemma.ui.common.ShapedText;
import stemma.ui.common.Times;
import stemma.ui.common.VersionCell;

/// Binds the history to its model.
public final class HistoryController {
    private final HistoryModel model;
    private final HistoryActions actions;
    private final Times times;
    private final TabPane view;
    private boolean showing;

    @FXML
    private ListView<VersionInfo> versions;

    @FXML
    private ListView<HistoryEntry> moves;

    @FXML
    private ContextMenu menu;

    @FXML
    private MenuItem viewItem;

    @FXML
    private MenuItem compareItem;

    @FXML
    private MenuItem previousItem;

    @FXML
    private Menu stageMenu;

    @FXML
    private MenuItem draftItem;

    @FXML
    private MenuItem blameItem;

    @FXML
    private MenuItem promoteItem;

    @FXML
    private MenuItem tagItem;

    @FXML
    private MenuItem copyItem;

    @FXML
    private MenuItem deleteItem;

    @FXML
    private ContextMenu movesMenu;

    @FXML
    private MenuItem moveViewItem;

    @FXML
    private MenuItem moveCompareItem;

    @FXML
    private MenuItem moveCopyItem;

    @FXML
    private VBox damage;

    @FXML
    private Button compare;

    @FXML
    private Button promote;

    @FXML
    private Button tag;

    public HistoryController(HistoryModel model, HistoryActions actions, Times times) {
        this.model = model;
        this.actions = actions;
        this.times = times;
        this.view = Fxml.load(this);
    }

    public Node view() {
        return view;
    }

    /// Puts the keyboard into the list of versions; the newest is chosen when none is.
    public void focusVersions() {
        showVersions();
        if (versions.getSelectionModel().isEmpty()) {
            versions.getSelectionModel().selectFirst();
        }
        versions.requestFocus();
    }

    public void showVersions() {
        view.getSelectionModel().selectFirst();
    }

    /// Shows where the stages were moved.
    public void showMoves() {
        view.getSelectionModel().selectLast();
    }

    /// Shows the chosen version in the editor.
    public void viewChosen() {
        onView();
    }

    public void blameChosen() {
        onBlame();
    }

    /// Asks, and deletes the chosen version.
    public void deleteChosen() {
        onDelete();
    }

    @FXML
    private void initialize() {
        versions.setCellFactory(_ -> new VersionCell(times));
        moves.setCellFactory(_ -> new MoveCell(times));
        versions.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        versions.getSelectionModel().getSelectedItems().subscribe(() -> {
            if (!showing) {
                model.chosen().setAll(versions.getSelectionModel().getSelectedItems());
            }
            enable();
        });
        model.versionsProperty().subscribe(this::show);
        model.damageProperty().subscribe(this::showDamage);
        model.movesProperty().subscribe(this::fillMoves);
        Keyboard.choosesFirst(versions);
        Keyboard.choosesFirst(moves);
        versions.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                model.pair().ifPresentOrElse(_ -> onCompare(), this::onView);
            }
        });
        versions.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                onView();
                event.consume();
            } else if (event.getCode() == KeyCode.DELETE) {
                onDelete();
            }
        });
        moves.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                openMove();
            }
        });
        moves.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openMove();
                event.consume();
            }
        });
        movesMenu.setOnShowing(_ -> {
            moveViewItem.setDisable(move().flatMap(model::brought).isEmpty());
            moveCompareItem.setDisable(move().flatMap(model::moved).isEmpty());
            moveCopyItem.setDisable(move().flatMap(MoveText::label).isEmpty());
        });
        menu.setOnShowing(_ -> enable());
        enable();
    }

    private void show(List<VersionInfo> shown) {
        showing = true;
        try {
            List<VersionInfo> chosen = List.copyOf(model.chosen());
            versions.getItems().setAll(shown);
            versions.getSelectionModel().clearSelection();
            for (VersionInfo version : shown) {
                if (chosen.stream().anyMatch(old -> old.label().equals(version.label()))) {
                    versions.getSelectionModel().select(version);
                }
            }
        } finally {
            showing = false;
        }
        model.chosen().setAll(versions.getSelectionModel().getSelectedItems());
        enable();
    }

    private void fillMoves(List<HistoryEntry> entries) {
        Optional<HistoryEntry> chosen = move();
        moves.getItems().setAll(entries);
        moves.getSelectionModel().clearSelection();
        chosen.filter(entries::contains).ifPresent(moves.getSelectionModel()::select);
    }

    private void showDamage(List<Untold> damaged) {
        damage.getChildren().setAll(DamageText.of(damaged).stream()
                .map(HistoryController::damageRow)
                .toList());
        damage.setVisible(!damaged.isEmpty());
        damage.setManaged(damage.isVisible());
    }

    private static Label damageRow(String text) {
        Label row = new Label(text, new FontIcon("bx-error"));
        ShapedText.wrap(row);
        row.setTooltip(new Tooltip(text));
        return row;
    }

    private void enable() {
        int count = model.chosen().size();
        boolean one = count == 1;
        boolean pair = model.pair().isPresent();
        compare.setDisable(!pair);
        compareItem.setVisible(count == 2);
        previousItem.setDisable(!(one && pair));
        draftItem.setDisable(!one);
        for (MenuItem item : List.of(viewItem, blameItem, copyItem)) {
            item.setDisable(!one);
        }
        promote.setDisable(!one || !model.can(Capability.PROMOTE));
        promoteItem.setDisable(promote.isDisable());
        tag.setDisable(!one || !model.can(Capability.TAG));
        tagItem.setDisable(tag.isDisable());
        deleteItem.setDisable(!one || !model.can(Capability.DELETE));
        stageMenu.getItems().clear();
        if (one) {
            VersionInfo version = model.chosen().getFirst();
            for (Stage stage : model.stages()) {
                model.withStage(version, stage).ifPresent(found -> {
                    MenuItem item = new MenuItem(stage.name());
                    item.setOnAction(_ -> actions.compare(found.left(), found.right()));
                    stageMenu.getItems().add(item);
                });
            }
        }
        stageMenu.setDisable(stageMenu.getItems().isEmpty());
    }

    private Optional<HistoryEntry> move() {
        return Optional.ofNullable(moves.getSelectionModel().getSelectedItem());
    }

    /// What a row of the versions does too: shows what changed, or else the version.
    private void openMove() {
        move().flatMap(model::moved).ifPresentOrElse(_ -> onCompareMove(), this::onViewMove);
    }

    private void withOne(Consumer<VersionInfo> action) {
        if (model.chosen().size() == 1) {
            action.accept(model.chosen().getFirst());
        }
    }

    @FXML
    private void onView() {
        withOne(actions::view);
    }

    @FXML
    private void onCompare() {
        model.pair().ifPresent(pair -> actions.compare(pair.left(), pair.right()));
    }

    @FXML
    private void onCompareDraft() {
        withOne(actions::compareWithDraft);
    }

    @FXML
    private void onBlame() {
        withOne(actions::blame);
    }

    @FXML
    private void onPromote() {
        withOne(actions::promote);
    }

    @FXML
    private void onTag() {
        withOne(actions::tag);
    }

    @FXML
    private void onCopyLabel() {
        withOne(version -> copy(version.label()));
    }

    @FXML
    private void onDelete() {
        withOne(actions::delete);
    }

    @FXML
    private void onViewMove() {
        move().flatMap(model::brought).ifPresent(actions::view);
    }

    @FXML
    private void onCompareMove() {
        move().flatMap(model::moved).ifPresent(pair -> actions.compare(pair.left(), pair.right()));
    }

    @FXML
    private void onCopyMoveLabel() {
        move().flatMap(MoveText::label).ifPresent(HistoryController::copy);
    }

    private static void copy(VersionLabel label) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, label.value()));
    }
}
