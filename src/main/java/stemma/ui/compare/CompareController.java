package stemma.ui.compare;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import stemma.diff.Whitespace;
import stemma.ui.common.KeyNames;
import stemma.ui.common.Keyboard;
import stemma.ui.common.Messages;
import stemma.ui.common.Presence;
import stemma.ui.common.Words;
import stemma.ui.common.WrappingRow;
import stemma.ui.compare.CompareModel.Phase;

/// The compare screen; loaded from `Compare.fxml`.
public final class CompareController {
    /// Narrower than this, one column is easier to read than two; in pixels.
    static final double SPLIT_WIDTH = 720;

    private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.F7);
    private static final KeyCombination PREVIOUS = new KeyCodeCombination(KeyCode.F7, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination TAKE = new KeyCodeCombination(KeyCode.T);
    private static final KeyCombination BLAME = new KeyCodeCombination(KeyCode.B);
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    private final CompareModel model;
    private final SideMenu sideMenu;
    private final CompareLook look;

    @FXML
    private ScrollPane root;

    @FXML
    private Button previous;

    @FXML
    private Button next;

    @FXML
    private Label position;

    @FXML
    private Button take;

    @FXML
    private ToggleGroup views;

    @FXML
    private ToggleButton split;

    @FXML
    private ToggleButton unified;

    @FXML
    private ToggleButton result;

    @FXML
    private ToggleButton fold;

    @FXML
    private ToggleButton showChanges;

    @FXML
    private ChoiceBox<Whitespace> whitespace;

    @FXML
    private CheckMenuItem invisibles;

    @FXML
    private Menu export;

    @FXML
    private CheckMenuItem rendered;

    @FXML
    private CheckMenuItem monospaced;

    @FXML
    private WrappingRow findBar;

    @FXML
    private TextField query;

    @FXML
    private Label found;

    @FXML
    private Label summary;

    @FXML
    private Label notice;

    @FXML
    private MenuButton leftCaption;

    @FXML
    private MenuButton rightCaption;

    @FXML
    private WrappingRow timelineBar;

    @FXML
    private Slider timeline;

    @FXML
    private ToggleButton pin;

    @FXML
    private ToggleButton blame;

    @FXML
    private Label timelineCaption;

    @FXML
    private HBox originBar;

    @FXML
    private Label origin;

    @FXML
    private RowsView rows;

    @FXML
    private ScrollPane samplesPane;

    @FXML
    private VBox samples;

    @FXML
    private ListView<Script.Hunk> changes;

    @FXML
    private Pane empty;

    @FXML
    private Label emptyText;

    @FXML
    private Button exactly;

    @FXML
    private Button again;

    /// A compare whose sides stay what they are.
    public CompareController(CompareModel model) {
        this(model, SideMenu.NONE, new CompareLook());
    }

    public CompareController(CompareModel model, SideMenu sideMenu, CompareLook look) {
        this.model = model;
        this.sideMenu = sideMenu;
        this.look = look;
    }

    @FXML
    void initialize() {
        rows.bind(model);
        KeyNames.name(rows.getContextMenu().getItems());
        model.shown().narrowProperty().bind(root.widthProperty().lessThan(SPLIT_WIDTH));
        bindTools();
        bindFind();
        bindTexts();
        bindChanges();
        new SamplesPane(samplesPane, samples, model);
        Node show = originBar.getChildren().getLast();
        new TimelineBar(timelineBar, timeline, pin, blame, timelineCaption, originBar, origin, show).bind(model);
        root.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(_ -> passKeyboardOn());
        rows.visibleProperty().subscribe(isShown -> {
            if (!isShown && Keyboard.isIn(rows)) {
                root.requestFocus();
            }
            passKeyboardOn();
        });
        rows.sceneProperty().subscribe(_ -> passKeyboardOn());
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    /// The rows cannot have the keyboard while there are none, nor before the first layout brings them into the window.
    private void passKeyboardOn() {
        if (root.getScene() != null && root.getScene().getFocusOwner() == root) {
            rows.requestFocus();
        }
    }

    private void bindTools() {
        previous.disableProperty().bind(Bindings.isEmpty(model.hunks()));
        next.disableProperty().bind(Bindings.isEmpty(model.hunks()));
        position.textProperty()
                .bind(Bindings.createStringBinding(this::position, model.currentProperty(), model.hunks()));
        model.announcementProperty().subscribe(rows::announce);
        Presence.bind(take, model.canTakeProperty());
        take.disableProperty().bind(model.takeableProperty().not());
        Map<ToggleButton, View> buttons =
                Map.of(split, View.SPLIT, unified, View.UNIFIED, result, View.RESULT);
        views.selectedToggleProperty().subscribe((old, toggle) -> {
            if (toggle == null) {
                views.selectToggle(old);
            } else {
                model.shown().viewProperty().set(buttons.get(toggle));
            }
        });
        model.shown().viewProperty().subscribe(view -> buttons.forEach((button, own) -> button.setSelected(own == view)));
        model.shown().viewProperty().bindBidirectional(look.view());
        fold.selectedProperty().bindBidirectional(model.shown().foldedProperty());
        whitespace.getItems().setAll(Whitespace.values());
        whitespace.setConverter(
                Words.of(mode -> Messages.text("compare.whitespace." + mode.name().toLowerCase(Locale.ROOT))));
        whitespace.valueProperty().bindBidirectional(model.whitespaceProperty());
        invisibles.selectedProperty().bindBidirectional(model.invisiblesProperty());
        export.setVisible(model.canExport());
        for (Exporting.Format format : Exporting.Format.values()) {
            MenuItem item = new MenuItem(
                    Messages.text("compare.export." + format.name().toLowerCase(Locale.ROOT)));
            item.setOnAction(_ -> model.export(format));
            export.getItems().add(item);
        }
        rendered.selectedProperty().bindBidirectional(model.renderedProperty());
        monospaced.selectedProperty().bindBidirectional(look.monospaced());
        monospaced.selectedProperty().subscribe(mono -> {
            root.getStyleClass().remove("mono");
            if (mono) {
                root.getStyleClass().add("mono");
            }
        });
    }

    private String position() {
        int count = model.hunks().size();
        return model.currentProperty().get() < 0
                ? Messages.text("compare.count", count)
                : Messages.text("compare.position", model.currentProperty().get() + 1, count);
    }

    private void bindFind() {
        findBar.managedProperty().bind(findBar.visibleProperty());
        model.queryProperty().bind(Bindings.when(findBar.visibleProperty()).then(query.textProperty()).otherwise(""));
        found.textProperty()
                .bind(Bindings.createStringBinding(this::found, model.finderProperty(), model.cursorProperty()));
    }

    private String found() {
        Finder finder = model.finderProperty().get();
        if (finder.query().isEmpty()) {
            return "";
        }
        if (finder.count() == 0) {
            return Messages.text("compare.find.none");
        }
        int cursor = model.cursorProperty().get();
        return finder.holds(cursor)
                ? Messages.text("compare.find.position", finder.countUpTo(cursor), finder.count())
                : Messages.text("compare.find.count", finder.count());
    }

    private void bindTexts() {
        summary.textProperty().bind(model.summaryProperty());
        summary.visibleProperty().bind(model.phaseProperty().isEqualTo(Phase.READY));
        Presence.bindText(notice, model.noticeProperty());
        bindCaption(leftCaption, Flank.LEFT, CompareModel.Pair::left);
        bindCaption(rightCaption, Flank.RIGHT, CompareModel.Pair::right);
        rows.visibleProperty().bind(model.phaseProperty().isEqualTo(Phase.READY));
        EmptyText.bind(model, empty, emptyText, exactly);
        Presence.bind(again, model.phaseProperty().isEqualTo(Phase.FAILED));
    }

    private void bindCaption(MenuButton caption, Flank flank, Function<CompareModel.Pair, Subject> side) {
        ObservableValue<String> text =
                model.pairProperty().map(pair -> pair.map(side).map(Subject::caption).orElse(""));
        caption.textProperty().bind(text);
        caption.accessibleTextProperty()
                .bind(text.map(shown -> Messages.text("compare.side." + flank.name().toLowerCase(Locale.ROOT), shown)));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(text);
        caption.setTooltip(tip);
        if (sideMenu == SideMenu.NONE) {
            caption.getStyleClass().add("no-arrow");
            caption.setFocusTraversable(false);
            caption.setMouseTransparent(true);
        } else {
            // Something must be in it, or it would not open.
            caption.getItems().setAll(new MenuItem());
            caption.setOnShowing(_ -> caption.getItems().setAll(sideMenu.items(flank)));
        }
    }

    private void bindChanges() {
        showChanges.selectedProperty().bindBidirectional(look.changesListed());
        Presence.bind(changes, showChanges.selectedProperty());
        changes.setItems(model.hunks());
        changes.setCellFactory(_ -> new ChangeCell(model));
        changes.setOnMouseClicked(_ -> goToChange());
        changes.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                goToChange();
                event.consume();
            }
        });
        model.currentProperty().subscribe(current -> {
            if (current.intValue() >= 0) {
                changes.getSelectionModel().clearAndSelect(current.intValue());
                changes.scrollTo(Math.max(0, current.intValue() - 2));
            }
        });
    }

    private void goToChange() {
        Script.Hunk hunk = changes.getSelectionModel().getSelectedItem();
        if (hunk != null) {
            model.goTo(hunk.first());
        }
    }

    private void press(KeyEvent event) {
        if (NEXT.match(event)) {
            next();
        } else if (PREVIOUS.match(event)) {
            previous();
        } else if (FIND.match(event)) {
            find();
        } else if (!(event.getTarget() instanceof TextField) && pressOutsideFields(event)) {
            // Letters typed into a field are not commands.
        } else if (event.getCode() == KeyCode.ESCAPE && findBar.isVisible()) {
            closeFind();
        } else {
            return;
        }
        event.consume();
    }

    private boolean pressOutsideFields(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
        } else if (BLAME.match(event) && canBlame()) {
            blame();
        } else if (TAKE.match(event) && canTake()) {
            take();
        } else if (UNDO.match(event) && canTake()) {
            undoTake();
        } else {
            return false;
        }
        return true;
    }

    @FXML
    public void next() {
        model.next();
    }

    @FXML
    public void previous() {
        model.previous();
    }

    @FXML
    public void take() {
        model.take();
    }

    @FXML
    public void undoTake() {
        model.undoTake();
    }

    /// Whether one side is a draft.
    public boolean canTake() {
        return model.canTakeProperty().get();
    }

    /// Whether versions of one prompt are compared.
    public boolean canBlame() {
        return model.timelineProperty().get().isPresent();
    }

    /// Shows or hides which version brought each line.
    public void blame() {
        blame.fire();
    }

    @FXML
    void goToOrigin() {
        model.timelineProperty().get().ifPresent(Timeline::goToOrigin);
    }

    @FXML
    public void swap() {
        model.swap();
    }

    @FXML
    void refresh() {
        model.refresh();
    }

    @FXML
    void compareExactly() {
        model.whitespaceProperty().set(Whitespace.EXACT);
    }

    @FXML
    public void find() {
        findBar.setVisible(true);
        query.requestFocus();
        query.selectAll();
    }

    @FXML
    void findNext() {
        model.findNext();
    }

    @FXML
    void findPrevious() {
        model.findPrevious();
    }

    @FXML
    void closeFind() {
        findBar.setVisible(false);
        root.requestFocus();
    }

    @FXML
    public void unfoldAll() {
        model.shown().foldedProperty().set(false);
    }

    @FXML
    void copy() {
        String chosen = rows.chosenText();
        Clip.put(chosen.isEmpty() ? model.text(rows.chosen(), rows.flank()) : chosen);
    }

    @FXML
    void copyLeft() {
        Clip.put(model.text(rows.chosen(), Flank.LEFT));
    }

    @FXML
    void copyRight() {
        Clip.put(model.text(rows.chosen(), Flank.RIGHT));
    }

    @FXML
    void copyBoth() {
        List<Item> chosen = rows.chosen();
        Clip.put(model.text(chosen, Flank.LEFT) + "\n" + model.text(chosen, Flank.RIGHT));
    }
}
