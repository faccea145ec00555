package stemma.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToolBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.settings.Connection.Colour;
import stemma.store.Capability;
import stemma.ui.common.Badges;
import stemma.ui.common.Command;
import stemma.ui.common.Fxml;
import stemma.ui.common.Language;
import stemma.ui.common.Theme.Appearance;
import stemma.ui.palette.PaletteController;
import stemma.ui.sync.SyncController;
import stemma.ui.update.UpdateController;

/// Binds menus, tools and panes of the window; every command goes to [WindowCommands].
final class ShellController {
    private final WindowCommands commands;
    private final ShellModel model;
    private final PaneWidths widths;
    private final Supplier<List<MenuItem>> storeItems;
    private final Parent view;
    private Optional<PaletteController> palette = Optional.empty();
    private Subscription browserShowing = Subscription.EMPTY;
    private Subscription keepingBrowser = Subscription.EMPTY;

    @FXML
    private StackPane root;

    @FXML
    private MenuBar menuBar;

    @FXML
    private ToolBar tools;

    @FXML
    private StoreButton storeMenu;

    @FXML
    private Button tagTool;

    @FXML
    private Button promoteTool;

    @FXML
    private CheckMenuItem browserShown;

    @FXML
    private CheckMenuItem sideShown;

    @FXML
    private CheckMenuItem monospaced;

    @FXML
    private CheckMenuItem lineNumbers;

    @FXML
    private RadioMenuItem system;

    @FXML
    private RadioMenuItem light;

    @FXML
    private RadioMenuItem dark;

    @FXML
    private RadioMenuItem highContrastLight;

    @FXML
    private RadioMenuItem highContrastDark;

    @FXML
    private Menu languages;

    @FXML
    private VBox banners;

    @FXML
    private SplitPane split;

    @FXML
    private HBox statusBar;

    @FXML
    private Label status;

    @FXML
    private HBox tasksPlace;

    @FXML
    private HBox updatePlace;

    @FXML
    private MenuItem update;

    @FXML
    private HBox syncPlace;

    @FXML
    private Menu syncMenu;

    /// @param storeItems makes the menu of stores
    ShellController(
            WindowCommands commands, ShellModel model, PaneWidths widths, Supplier<List<MenuItem>> storeItems) {
        this.commands = commands;
        this.model = model;
        this.widths = widths;
        this.storeItems = storeItems;
        this.view = Fxml.load(this);
    }

    Parent view() {
        return view;
    }

    /// Puts the parts that have no model of their own into the window.
    ///
    /// @param updates looks for newer versions; without it there is no command that does
    void place(NoticesPane notices, TasksBar tasks, SyncController sync, Optional<UpdateController> updates) {
        root.getChildren().add(notices);
        StackPane.setAlignment(notices, Pos.BOTTOM_RIGHT);
        tasksPlace.getChildren().add(tasks);
        syncPlace.getChildren().add(sync.view());
        syncMenu.getItems().setAll(sync.menuItems());
        updates.ifPresentOrElse(
                shown -> updatePlace.getChildren().add(shown.link()),
                () -> update.getParentMenu().getItems().remove(update));
    }

    /// Every command of the menus.
    List<Command> commands(Availability availability) {
        menuBar.getMenus().forEach(availability::watch);
        return MenuCommands.of(menuBar, availability);
    }

    /// Shows a palette over everything, in place of one that is open.
    void show(PaletteController shown) {
        palette.ifPresent(PaletteController::hide);
        palette = Optional.of(shown);
        shown.show(root);
    }

    /// Shows an open store: its list of prompts and its tabs.
    void show(Node browser, Region tabs) {
        browserShowing.unsubscribe();
        browserShowing = widths.browserShownProperty().subscribe(shown -> {
            split.getItems().setAll(shown ? List.of(browser, tabs) : List.of(tabs));
            SplitPane.setResizableWithParent(browser, false);
            keepingBrowser.unsubscribe();
            keepingBrowser = Subscription.EMPTY;
            if (shown) {
                keepingBrowser = widths.keepBrowser(split, tabs, Math.max(split.getWidth(), 1));
            }
        });
    }

    /// Greys the tools that a store cannot serve.
    ///
    /// @param can whether it claims a capability
    void enableTools(Predicate<Capability> can) {
        tagTool.setDisable(!can.test(Capability.TAG));
        promoteTool.setDisable(!can.test(Capability.PROMOTE));
    }

    /// Shows something instead of a store.
    void show(Node only) {
        browserShowing.unsubscribe();
        browserShowing = Subscription.EMPTY;
        keepingBrowser.unsubscribe();
        keepingBrowser = Subscription.EMPTY;
        split.getItems().setAll(only);
    }

    /// What the window is divided into now.
    WindowOutline outline() {
        double list = split.getItems().size() > 1
                ? split.getItems().getFirst().getLayoutBounds().getWidth()
                : 0;
        return new WindowOutline(menuBar.getHeight(), tools.getHeight(), list, statusBar.getHeight());
    }

    @FXML
    private void initialize() {
        if (MenuKey.isNeeded(System.getProperty("os.name"))) {
            MenuKey.add(root);
        }
        both(browserShown.selectedProperty(), widths.browserShownProperty());
        both(sideShown.selectedProperty(), widths.sideShownProperty());
        both(monospaced.selectedProperty(), model.monospacedProperty());
        both(lineNumbers.selectedProperty(), model.lineNumbersProperty());
        storeMenu.textProperty().bind(model.storeNameProperty());
        storeMenu.shrinkIn(tools);
        storeMenu.setOnShowing(_ -> storeMenu.getItems().setAll(storeItems.get()));
        model.storeColourProperty()
                .subscribe(colour -> storeMenu.setGraphic(
                        colour == Colour.NONE ? new FontIcon("bx-data") : Badges.dot(colour)));
        status.textProperty().bind(model.statusProperty());
        appearance(system, Appearance.SYSTEM);
        appearance(light, Appearance.LIGHT);
        appearance(dark, Appearance.DARK);
        appearance(highContrastLight, Appearance.HIGH_CONTRAST_LIGHT);
        appearance(highContrastDark, Appearance.HIGH_CONTRAST_DARK);
        for (Language language : Language.values()) {
            languages.getItems().add(language(language));
        }
        model.banners().subscribe(() -> banners.getChildren()
                .setAll(model.banners().stream().map(BannerView::of).toList()));
    }

    private static void both(BooleanProperty one, BooleanProperty other) {
        one.bindBidirectional(other);
    }

    private void appearance(RadioMenuItem item, Appearance appearance) {
        item.setOnAction(_ -> model.appearanceProperty().set(appearance));
        model.appearanceProperty().subscribe(now -> item.setSelected(now == appearance));
    }

    private RadioMenuItem language(Language language) {
        RadioMenuItem item = new RadioMenuItem(language.title());
        item.setId("language" + language.name());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> model.languageProperty().set(language));
        model.languageProperty().subscribe(now -> item.setSelected(now == language));
        return item;
    }

    @FXML
    private void onNew() {
        commands.newPrompt();
    }

    @FXML
    private void onOpenFile() {
        commands.openFile();
    }

    @FXML
    private void onOpenFolder() {
        commands.openFolder();
    }

    @FXML
    private void onOpenDatabase() {
        commands.openDatabase();
    }

    @FXML
    private void onOpenEmbedded() {
        commands.openEmbedded();
    }

    @FXML
    private void onStores() {
        commands.manageStores();
    }

    @FXML
    private void onCloseStore() {
        commands.closeStore();
    }

    @FXML
    private void onImport() {
        commands.importFile();
    }

    @FXML
    private void onImportFolder() {
        commands.importFolder();
    }

    @FXML
    private void onExport() {
        commands.exportAll();
    }

    @FXML
    private void onCopyToStore() {
        commands.copyToStore();
    }

    @FXML
    private void onDrift() {
        commands.drift();
    }

    @FXML
    private void onCheck() {
        commands.check();
    }

    @FXML
    private void onBackUp() {
        commands.backUp();
    }

    @FXML
    private void onRestore() {
        commands.restore();
    }

    @FXML
    private void onCloseTab() {
        commands.closeTab();
    }

    @FXML
    private void onReopenTab() {
        commands.reopenTab();
    }

    @FXML
    private void onQuit() {
        commands.quit();
    }

    @FXML
    private void onSave() {
        commands.saveVersion();
    }

    @FXML
    private void onDiscard() {
        commands.discardDraft();
    }

    @FXML
    private void onPromote() {
        commands.promote();
    }

    @FXML
    private void onTag() {
        commands.tag();
    }

    @FXML
    private void onDuplicate() {
        commands.duplicate();
    }

    @FXML
    private void onRename() {
        commands.rename();
    }

    @FXML
    private void onDelete() {
        commands.delete();
    }

    @FXML
    private void onCompare() {
        commands.compare();
    }

    @FXML
    private void onCompareProduction() {
        commands.compareWithProduction();
    }

    @FXML
    private void onCompareDraft() {
        commands.compareWithDraft();
    }

    @FXML
    private void onCompareOther() {
        commands.compareWithOther();
    }

    @FXML
    private void onCompareFile() {
        commands.compareWithFile();
    }

    @FXML
    private void onCompareClipboard() {
        commands.compareWithClipboard();
    }

    @FXML
    private void onPalette() {
        commands.palette();
    }

    @FXML
    private void onQuickOpen() {
        commands.quickOpen();
    }

    @FXML
    private void onSettings() {
        commands.settings();
    }

    @FXML
    private void onShortcuts() {
        commands.shortcuts();
    }

    @FXML
    private void onFilter() {
        commands.focusFilter();
    }

    @FXML
    private void onNextPane() {
        commands.focusNextPane();
    }

    @FXML
    private void onZoomIn() {
        model.zoomIn();
    }

    @FXML
    private void onZoomOut() {
        model.zoomOut();
    }

    @FXML
    private void onZoomReset() {
        model.zoomReset();
    }

    @FXML
    private void onWelcome() {
        commands.welcome();
    }

    @FXML
    private void onGuidedLook() {
        commands.guidedLook();
    }

    @FXML
    private void onAuthor() {
        commands.askAuthor();
    }

    @FXML
    private void onLog() {
        commands.showLog();
    }

    @FXML
    private void onUpdate() {
        commands.lookForUpdate();
    }

    @FXML
    private void onAbout() {
        commands.about();
    }
}
