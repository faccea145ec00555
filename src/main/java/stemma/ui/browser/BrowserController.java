package stemma.ui.browser;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.registry.Catalogue;
import stemma.ui.common.Fxml;
import stemma.ui.common.Keyboard;
import stemma.ui.common.Messages;
import stemma.ui.common.Times;

/// Binds the list of prompts to its model.
public final class BrowserController {
    /// So many prompts are shown with every folder open.
    private static final int FEW = 60;

    /// So many rows are shown above one that is brought onto the screen.
    private static final int ROWS_ABOVE = 3;

    private final BrowserModel model;
    private final BrowserActions actions;
    private final Times times;
    /// What the author did with folders, and what a filter did with them meanwhile.
    private final Map<String, Boolean> opened = new HashMap<>();
    private final Map<String, Boolean> openedWhileFiltering = new HashMap<>();
    private final Node view;
    private boolean showing;
    private boolean choosing;

    @FXML
    private TextField filter;

    @FXML
    private MenuButton narrow;

    @FXML
    private RadioMenuItem folders;

    @FXML
    private RadioMenuItem flat;

    @FXML
    private RadioMenuItem byId;

    @FXML
    private RadioMenuItem byTitle;

    @FXML
    private RadioMenuItem byNewest;

    @FXML
    private FlowPane chips;

    @FXML
    private TreeView<BrowserNode> tree;

    @FXML
    private ListView<PromptRow> list;

    @FXML
    private Node empty;

    @FXML
    private Node nothing;

    @FXML
    private Label count;

    public BrowserController(BrowserModel model, BrowserActions actions, Times times) {
        this.model = model;
        this.actions = actions;
        this.times = times;
        this.view = Fxml.load(this);
    }

    public Node view() {
        return view;
    }

    /// Puts the keyboard into the filter box.
    public void focusFilter() {
        filter.requestFocus();
        filter.selectAll();
    }

    /// Puts the keyboard into the list.
    public void focusList() {
        (model.asFoldersProperty().get() ? tree : list).requestFocus();
    }

    /// Brings a prompt's row onto the screen; its folders are opened. Nothing happens while it is not listed.
    public void reveal(PromptId prompt) {
        showSelected(Optional.of(prompt));
        bringIntoSight();
    }

    private void bringIntoSight() {
        int chosen = chosenRow();
        if (chosen < 0) {
            return;
        }
        Control rows = tree.isVisible() ? tree : list;
        rows.layout();
        if (rows.lookup("#virtual-flow") instanceof VirtualFlow<?> flow && !isInSight(flow.getVisibleCell(chosen), flow)) {
            int first = Math.max(0, chosen - ROWS_ABOVE);
            tree.scrollTo(first);
            list.scrollTo(first);
        }
    }

    private static boolean isInSight(@Nullable Node row, Node rows) {
        return row != null
                && row.getBoundsInParent().getMinY() >= 0
                && row.getBoundsInParent().getMaxY() <= rows.getLayoutBounds().getHeight();
    }

    private int chosenRow() {
        return (tree.isVisible() ? tree.getSelectionModel() : list.getSelectionModel()).getSelectedIndex();
    }

    @FXML
    private void initialize() {
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::onFilterKey);
        (model.asFoldersProperty().get() ? folders : flat).setSelected(true);
        folders.selectedProperty().subscribe(selected -> model.asFoldersProperty().set(selected));
        choice(byId, Catalogue.Order.ID);
        choice(byTitle, Catalogue.Order.TITLE);
        choice(byNewest, Catalogue.Order.NEWEST);
        model.asFoldersProperty().subscribe(asFolders -> {
            tree.setVisible(asFolders);
            list.setVisible(!asFolders);
        });
        narrow.setOnShowing(_ -> fillNarrowMenu());
        model.stageProperty().subscribe(_ -> showChips());
        model.tags().subscribe(this::showChips);
        tree.setCellFactory(_ -> new BrowserTreeCell(times));
        list.setCellFactory(_ -> new BrowserListCell(times));
        acting(tree, this::chosenInTree);
        acting(list, this::chosenInList);
        tree.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (item != null) {
                item.getValue().prompt().map(PromptRow::id).ifPresent(this::select);
            }
        });
        list.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                select(row.id());
            }
        });
        model.shownProperty().subscribe(this::show);
        model.selectedProperty().subscribe(selected -> {
            showSelected(selected);
            if (!choosing) {
                bringIntoSight();
            }
        });
    }

    private void choice(RadioMenuItem item, Catalogue.Order order) {
        item.setSelected(model.orderProperty().get() == order);
        item.setOnAction(_ -> model.orderProperty().set(order));
    }

    private void onFilterKey(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            focusList();
            chooseFirst();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
            event.consume();
        }
    }

    /// Chooses the first prompt that is shown, unless one is chosen already.
    private void chooseFirst() {
        if (!tree.isVisible() && chosenInList().isEmpty()) {
            list.getSelectionModel().selectFirst();
        } else if (tree.isVisible() && chosenInTree().isEmpty()) {
            IntStream.range(0, tree.getExpandedItemCount())
                    .filter(row -> tree.getTreeItem(row).getValue().prompt().isPresent())
                    .findFirst()
                    .ifPresentOrElse(
                            tree.getSelectionModel()::select, tree.getSelectionModel()::selectFirst);
        }
    }

    private Optional<PromptId> chosenInTree() {
        return Optional.ofNullable(tree.getSelectionModel().getSelectedItem())
                .flatMap(item -> item.getValue().prompt())
                .map(PromptRow::id);
    }

    private Optional<PromptId> chosenInList() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem()).map(PromptRow::id);
    }

    private void acting(Node where, Supplier<Optional<PromptId>> chosen) {
        where.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                chosen.get().ifPresent(actions::open);
            }
        });
        where.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && chosen.get().isPresent()) {
                actions.open(chosen.get().get());
                event.consume();
            } else if (event.getCode() == KeyCode.DELETE) {
                chosen.get().ifPresent(actions::delete);
            } else if (event.getCode() == KeyCode.F2) {
                chosen.get().ifPresent(actions::rename);
            }
        });
        // On a folder, or below the rows, the menu would mean a prompt that is somewhere else.
        where.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            boolean isOnPrompt = event.isKeyboardTrigger() ? chosen.get().isPresent() : isOnPrompt(event);
            if (!isOnPrompt) {
                event.consume();
            }
        });
    }

    private static boolean isOnPrompt(ContextMenuEvent event) {
        Node at = event.getPickResult().getIntersectedNode();
        while (at != null && !(at instanceof IndexedCell<?>)) {
            at = at.getParent();
        }
        return at instanceof IndexedCell<?> cell
                && (cell.getItem() instanceof PromptRow || cell.getItem() instanceof BrowserNode.Prompt);
    }

    private void select(PromptId prompt) {
        if (!showing) {
            choosing = true;
            model.selectedProperty().set(Optional.of(prompt));
            choosing = false;
            actions.preview(prompt);
        }
    }

    private void show(BrowserModel.Listing listing) {
        boolean wasListed = chosenRow() >= 0;
        int inTree = tree.getFocusModel().getFocusedIndex();
        int inList = list.getFocusModel().getFocusedIndex();
        showing = true;
        try {
            list.getItems().setAll(listing.rows());
            boolean isFiltered = listing.rows().size() < listing.total();
            if (!isFiltered) {
                openedWhileFiltering.clear();
            }
            tree.setRoot(BrowserNode.item(
                    listing.folders(),
                    isFiltered ? openedWhileFiltering : opened,
                    listing.rows().size() <= FEW));
            empty.setVisible(listing.state() == BrowserModel.State.EMPTY);
            nothing.setVisible(listing.state() == BrowserModel.State.NOTHING_FOUND);
            count.setText(counted(listing));
        } finally {
            showing = false;
        }
        showSelected(model.selectedProperty().get());
        if (!wasListed) {
            bringIntoSight();
        }
        // Where the keyboard is, the arrow keys would begin at the top, far from what was deleted.
        if (Keyboard.isIn(tree) && tree.getSelectionModel().isEmpty()) {
            tree.getFocusModel().focus(Math.min(inTree, tree.getExpandedItemCount() - 1));
        }
        if (Keyboard.isIn(list) && list.getSelectionModel().isEmpty()) {
            list.getFocusModel().focus(Math.min(inList, list.getItems().size() - 1));
        }
    }

    private static String counted(BrowserModel.Listing listing) {
        if (listing.state() == BrowserModel.State.LOADING) {
            return "";
        }
        return listing.rows().size() >= listing.total()
                ? Messages.text("browser.count", listing.rows().size())
                : Messages.text("browser.countOf", listing.rows().size(), listing.total());
    }

    private void showSelected(Optional<PromptId> selected) {
        showing = true;
        try {
            if (selected.isEmpty()) {
                tree.getSelectionModel().clearSelection();
                list.getSelectionModel().clearSelection();
                return;
            }
            // What is in front and not listed leaves no row chosen: a click on one that stayed chosen would do nothing.
            PromptId id = selected.get();
            list.getItems().stream().filter(each -> each.id().equals(id)).findFirst().ifPresentOrElse(
                    list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
            TreeItem<BrowserNode> item = BrowserNode.find(tree.getRoot(), id);
            if (item != null) {
                tree.getSelectionModel().select(item);
            } else {
                tree.getSelectionModel().clearSelection();
            }
        } finally {
            showing = false;
        }
    }

    private void fillNarrowMenu() {
        narrow.getItems().clear();
        for (Stage stage : model.stages()) {
            CheckMenuItem item = new CheckMenuItem(Messages.text("browser.inStage", stage.name()));
            item.setMnemonicParsing(false);
            item.setSelected(model.stageProperty().get().equals(Optional.of(stage)));
            item.setOnAction(_ -> model.stageProperty()
                    .set(item.isSelected() ? Optional.of(stage) : Optional.empty()));
            narrow.getItems().add(item);
        }
        narrow.getItems().add(new SeparatorMenuItem());
        for (Map.Entry<String, Integer> tag : model.tagCounts().entrySet()) {
            CheckMenuItem item = new CheckMenuItem(Messages.text("browser.tagged", tag.getKey(), tag.getValue()));
            item.setMnemonicParsing(false);
            item.setSelected(model.tags().contains(tag.getKey()));
            item.setOnAction(_ -> {
                if (item.isSelected()) {
                    model.tags().add(tag.getKey());
                } else {
                    model.tags().remove(tag.getKey());
                }
            });
            narrow.getItems().add(item);
        }
    }

    private void showChips() {
        chips.getChildren().clear();
        model.stageProperty().get().ifPresent(stage ->
                chips.getChildren().add(chip(stage.name(), () -> model.stageProperty().set(Optional.empty()))));
        for (String tag : model.tags()) {
            chips.getChildren().add(chip(tag, () -> model.tags().remove(tag)));
        }
        chips.setVisible(!chips.getChildren().isEmpty());
        chips.setManaged(chips.isVisible());
    }

    private static Button chip(String text, Runnable remove) {
        Button chip = new Button(text, new FontIcon("bx-x"));
        chip.getStyleClass().addAll("chip", "small");
        chip.setMnemonicParsing(false);
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.setAccessibleText(Messages.text("browser.removeFilter", text));
        chip.setOnAction(_ -> remove.run());
        return chip;
    }

    /// Does what the menu says with the row that it was opened on.
    private void withChosen(Consumer<PromptId> action) {
        (tree.isVisible() ? chosenInTree() : chosenInList()).ifPresent(action);
    }

    @FXML
    private void onOpen() {
        withChosen(actions::open);
    }

    @FXML
    private void onPromote() {
        withChosen(actions::promote);
    }

    @FXML
    private void onTag() {
        withChosen(actions::tag);
    }

    @FXML
    private void onCopyId() {
        withChosen(id -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, id.value())));
    }

    @FXML
    private void onDuplicate() {
        withChosen(actions::duplicate);
    }

    @FXML
    private void onRename() {
        withChosen(actions::rename);
    }

    @FXML
    private void onDelete() {
        withChosen(actions::delete);
    }

    @FXML
    private void onNew() {
        actions.newPrompt();
    }

    @FXML
    private void onSamples() {
        actions.fillWithSamples();
    }

    @FXML
    private void onImport() {
        actions.importFile();
    }

    @FXML
    private void onImportFolder() {
        actions.importFolder();
    }

    @FXML
    private void onClearFilter() {
        model.clearFilter();
    }
}
