package stemma.ui.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import stemma.registry.Registry;
import stemma.settings.Settings;
import stemma.store.StoreChange;
import stemma.store.Query;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.ui.browser.BrowserModel;
import stemma.ui.common.FxDialogs;
import stemma.ui.common.FxTasks;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.TaskSlot;
import stemma.ui.common.Theme;
import stemma.ui.common.Times;
import stemma.ui.compare.ComparePreview;

/// The window's life: makes its parts, opens and changes stores, and closes everything in order. Used on the FX thread
/// only, but for [#open].
public final class Shell {
    private static final System.Logger LOG = System.getLogger(Shell.class.getName());

    private final StartOptions options;
    private final Settings settings;
    private final FxTasks tasks = new FxTasks();
    private final Notices notices = new Notices();
    private final Stores stores;
    private final Stage stage;
    private final ShellModel model;
    private final Theme theme;
    private final WindowContext window;
    private final Imports imports;
    private final TaskSlot opening = new TaskSlot(tasks);
    private final ShellController controller;
    private @Nullable Workspace workspace;
    private @Nullable WorkspaceView view;

    private Shell(StartOptions options, Stage stage) {
        this.options = options;
        this.settings = options.settings();
        this.stores = options.stores();
        this.stage = stage;
        this.model = new ShellModel(settings);
        this.theme = new Theme();
        theme.appearanceProperty().bind(model.appearanceProperty());
        FxDialogs dialogs = new FxDialogs(() -> stage, theme);
        PaneWidths widths = new PaneWidths(settings);
        this.window = new WindowContext(
                tasks,
                dialogs,
                notices,
                settings,
                stores,
                new Times(Clock.systemDefaultZone()),
                new ComparePreview(tasks),
                widths,
                model.look());
        this.imports = new Imports(window);
        this.controller = new ShellController(new WindowCommands(this, window, imports), model, widths);
        controller.place(new NoticesPane(notices), new TasksBar(tasks));
        Scene scene = new Scene(controller.view());
        theme.dress(scene);
        model.zoomProperty()
                .subscribe(zoom -> scene.getRoot()
                        .setStyle("-fx-font-size: " + Math.round(ShellModel.TEXT_SIZE * zoom.doubleValue()) + "px"));
        moreZoomKeys(scene);
        stage.setScene(scene);
        stage.setTitle("Stemma");
        stage.setMinWidth(560);
        stage.setMinHeight(400);
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        Thread.currentThread().setUncaughtExceptionHandler((_, e) -> unexpected(e));
    }

    /// The menu names one key an act; keyboards have the signs elsewhere too.
    private void moreZoomKeys(Scene scene) {
        for (KeyCode plus : List.of(KeyCode.PLUS, KeyCode.ADD)) {
            scene.getAccelerators().put(shortcut(plus), model::zoomIn);
        }
        scene.getAccelerators().put(shortcut(KeyCode.SUBTRACT), model::zoomOut);
        scene.getAccelerators().put(shortcut(KeyCode.NUMPAD0), model::zoomReset);
    }

    private static KeyCombination shortcut(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    /// Starts the toolkit and opens the window. Returns at once; the program ends when the window is closed.
    ///
    /// @throws RuntimeException when the toolkit cannot start
    public static void open(StartOptions options) {
        Platform.startup(() -> start(options, new Stage()));
    }

    /// Opens the window on a toolkit that runs.
    static Shell start(StartOptions options, Stage stage) {
        Shell shell = new Shell(options, stage);
        WindowFrame.restore(stage, options.settings());
        stage.show();
        options.instance().listen(request -> Platform.runLater(() -> shell.called(request)));
        shell.openFirstStore();
        return shell;
    }

    private void unexpected(Throwable cause) {
        LOG.log(System.Logger.Level.ERROR, "unexpected", cause);
        notices.error(
                Messages.text("shell.unexpected"),
                cause instanceof Exception e ? Notices.explain(e) : cause.toString());
    }

    private void called(String request) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        if (!request.isBlank()) {
            openStore(request);
        }
    }

    private void openFirstStore() {
        String remembered = settings.get(Remembered.STORE);
        openStore(options.store().orElse(remembered.isEmpty() ? embeddedStore().toString() : remembered));
    }

    /// The address of the store in the data folder.
    StoreUri embeddedStore() {
        return StoreUri.of("h2", options.home().embeddedStore().toString());
    }

    String version() {
        return options.version();
    }

    Path home() {
        return options.home().folder();
    }

    Optional<Workspace> workspace() {
        return Optional.ofNullable(workspace);
    }

    Optional<WorkspaceView> view() {
        return Optional.ofNullable(view);
    }

    Stage stage() {
        return stage;
    }

    Imports imports() {
        return imports;
    }

    ShellModel model() {
        return model;
    }

    /// Opens another store in place of the one that is open; that one stays when the other cannot be opened.
    void openStore(String address) {
        StoreUri uri;
        try {
            uri = stores.resolve(StoreUri.parse(address));
        } catch (IllegalArgumentException e) {
            notices.error(Messages.text("shell.open.failed", address), e);
            showWayOut();
            return;
        }
        if (workspace != null && workspace.registry().store().uri().equals(uri)) {
            return;
        }
        model.statusProperty().set(Messages.text("shell.opening", uri));
        opening.run(
                Messages.text("shell.opening", uri),
                _ -> open(uri),
                this::show,
                e -> {
                    notices.error(Messages.text("shell.open.failed", uri), e);
                    model.statusProperty().set("");
                    showWayOut();
                });
    }

    /// Opens a store and reads from it once, so that what is wrong with it shows here and not in the window.
    private Registry open(StoreUri uri) {
        Store store = stores.open(uri);
        try {
            store.list(Query.all().withPage(0, 1));
            return new Registry(store, options.home().drafts());
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /// Without a store the window offers ways to one.
    private void showWayOut() {
        if (workspace == null) {
            controller.show(new NoStorePane(new WindowCommands(this, window, imports)).node());
        }
    }

    private void show(Registry registry) {
        if (!draftsAreKept()) {
            registry.close();
            return;
        }
        leaveStore()
                .ifPresent(left -> tasks.run(
                        Messages.text("shell.closing"),
                        _ -> {
                            left.close();
                            return true;
                        },
                        _ -> {},
                        e -> notices.error(Messages.text("shell.closing"), e)));
        TextIndex index = new TextIndex(registry.store(), options.home(), tasks);
        Workspace opened = new Workspace(registry, index, tasks, notices, this::changed);
        workspace = opened;
        opened.browser().asFoldersProperty().set(settings.get(Remembered.FOLDERS));
        opened.browser().orderProperty().set(settings.get(Remembered.ORDER));
        opened.browser().asFoldersProperty().subscribe((_, now) -> settings.set(Remembered.FOLDERS, now));
        opened.browser().orderProperty().subscribe((_, now) -> settings.set(Remembered.ORDER, now));
        WorkspaceView shown = new WorkspaceView(opened, window, imports);
        view = shown;
        StoreUri uri = registry.store().uri();
        settings.set(Remembered.STORE, uri.toString());
        model.storeNameProperty().set(name(uri));
        controller.show(shown.browserNode(), shown.tabsNode());
        boolean[] indexing = {false};
        FirstSteps firstSteps = new FirstSteps(opened, shown, window, imports, model);
        opened.browser().shownProperty().subscribe(listing -> {
            showStatus(uri, listing.total());
            firstSteps.listed(listing, uri.equals(embeddedStore()));
            if (listing.state() != BrowserModel.State.LOADING && !indexing[0]) {
                indexing[0] = true;
                index.start(opened.browser()::filterAgain);
            }
        });
        opened.browser().load();
        OutsideEditsWatch.look(opened, this::workspace, window, model);
    }

    private String name(StoreUri uri) {
        return uri.equals(embeddedStore()) ? Messages.text("shell.embedded") : uri.toString();
    }

    private void showStatus(StoreUri uri, int total) {
        model.statusProperty().set(Messages.text("shell.status", name(uri), total));
    }

    private void changed(StoreChange change) {
        view().ifPresent(shown -> shown.changed(change));
        workspace().ifPresent(opened -> OutsideEditsWatch.look(opened, this::workspace, window, model));
    }

    /// Takes the store out of the window.
    ///
    /// @return what remains to be closed, which waits for writes that are going on
    private Optional<Workspace> leaveStore() {
        Optional<Workspace> left = Optional.ofNullable(workspace);
        view().ifPresent(WorkspaceView::close);
        model.banners().clear();
        workspace = null;
        view = null;
        return left;
    }

    private boolean draftsAreKept() {
        return view == null || view.tabs().flush() || window.agreesToLoseEdits();
    }

    /// Closes the window when every draft is kept, or the author gives those up that cannot be.
    void close() {
        if (!draftsAreKept()) {
            return;
        }
        WindowFrame.remember(stage, settings);
        leaveStore().ifPresent(Workspace::close);
        settings.close();
        tasks.close();
        options.instance().close();
        theme.close();
        stage.hide();
    }
}
