package stemma.ui.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import stemma.instance.Call;
import stemma.keychain.Keychain;
import stemma.keychain.StoreSecrets;
import stemma.keychain.SystemKeychain;
import stemma.registry.Registry;
import stemma.settings.Connections;
import stemma.settings.Settings;
import stemma.store.StoreChange;
import stemma.store.Secrets;
import stemma.store.PausableStore;
import stemma.store.StoreUri;
import stemma.ui.browser.BrowserModel;
import stemma.ui.common.Command;
import stemma.ui.common.FxDialogs;
import stemma.ui.common.FxTasks;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.Theme;
import stemma.ui.common.Times;
import stemma.ui.compare.ComparePreview;
import stemma.ui.connect.ConnectController;
import stemma.ui.connect.ConnectModel;
import stemma.ui.palette.PaletteController;
import stemma.ui.palette.PaletteModel;
import stemma.ui.palette.PaletteSource;
import stemma.ui.shortcuts.ShortcutsModel;
import stemma.ui.update.UpdateController;
import stemma.ui.update.UpdateModel;

/// The window's life: makes its parts, opens and changes stores, and closes everything in order. Used on the FX thread
/// only; the parts may be made on another one, before the window has them.
public final class Shell {
    /// Desktops show the icon of the menu's entry; only where there is none it comes from here. The list comes first.
    private static final Duration ICON_AFTER = Duration.ofSeconds(5);

    private final StartOptions options;
    private final Settings settings;
    private final FxTasks tasks = new FxTasks();
    private final Notices notices = new Notices();
    private final NoticesPane noticesPane = new NoticesPane(notices);
    /// Comes with [#place]; nothing asks for it before.
    private Stage stage;
    private final ShellModel model;
    private final Theme theme;
    private final WindowContext window;
    private final WindowStores stores;
    private final Imports imports;
    private final WindowCommands commands;
    private final OpenedFiles files;
    private final Samples samples;
    private final Welcoming welcoming;
    private final GuidedLook guidedLook = new GuidedLook(this);
    private final ShellController controller;
    private final List<Command> menuCommands;
    private final List<Command> screenCommands = new ScreenCommands(this::view).all();
    private final ShortcutsModel shortcuts;
    private final SyncWatch sync;
    private final Optional<UpdateController> updates;
    private final Connections connections;
    private final Keychain keychain = new SystemKeychain();
    private final Secrets asked;
    private final StoreMenu storeMenu;

    /// Makes the parts of the window, on any thread.
    Shell(StartOptions options) {
        this.options = options;
        this.settings = options.settings();
        this.model = new ShellModel(settings);
        this.theme = new Theme();
        theme.appearanceProperty().bind(model.appearanceProperty());
        theme.textSizeProperty().bind(model.zoomProperty().multiply(Theme.TEXT_SIZE));
        FxDialogs dialogs = new FxDialogs(() -> stage, theme);
        this.connections = new Connections(settings);
        this.asked = new AskedSecrets(dialogs);
        PaneWidths widths = new PaneWidths(settings, model.look().fontSize());
        this.window = new WindowContext(
                tasks,
                dialogs,
                notices,
                settings,
                options.stores().withSecrets(StoreSecrets.of(connections, keychain, asked)),
                connections,
                new StoreNames(connections, embeddedStore()),
                new Times(Clock.systemDefaultZone()),
                new ComparePreview(tasks),
                widths,
                model.look(),
                model.compareLook());
        this.stores = new WindowStores(options, window, this);
        this.storeMenu = new StoreMenu(
                window.storeNames(),
                stores::addresses,
                () -> stores.front().map(OpenStore::uri));
        this.imports = new Imports(window);
        this.files = new OpenedFiles(window, this);
        this.samples = new Samples(this, window);
        this.welcoming = new Welcoming(this, window);
        this.commands = new WindowCommands(this, window, imports);
        this.updates = options.updates()
                .map(check -> new UpdateController(
                        new UpdateModel(check, settings, tasks, Clock.systemUTC()), tasks, notices));
        this.controller = new ShellController(commands, model, widths, () -> storeMenu.items(commands));
        this.sync = new SyncWatch(this, window);
        controller.place(noticesPane, new TasksBar(tasks), sync.controller(), updates);
        this.menuCommands = controller.commands(new Availability(
                () -> stores.front().isPresent(),
                () -> view().filter(WorkspaceView::hasCurrent).isPresent(),
                capability -> view().filter(view -> view.store().can(capability)).isPresent()));
        this.shortcuts = new ShortcutsModel(menuCommands, screenCommands, settings);
        shortcuts.apply();
    }

    /// Puts the parts into their window.
    private void place(Stage stage) {
        this.stage = stage;
        theme.start();
        controller.show(WindowOutline.remembered(settings).panes(Theme.colours(settings.get(Remembered.APPEARANCE))));
        Scene scene = FirstFrame.replacedBy(controller.view(), stage);
        theme.dress(scene);
        files.acceptDropped(scene);
        model.languageProperty().subscribe((_, _) -> notices.remark(Messages.text("language.changed")));
        ZoomKeys.add(scene, model);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        Resting resting = new Resting(
                tasks,
                Clock.systemUTC(),
                () -> !tasks.shown().isEmpty(),
                () -> Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory(),
                () -> Thread.ofPlatform().daemon().name("stemma-tidy").start(System::gc));
        scene.addEventFilter(InputEvent.ANY, _ -> resting.touched());
        resting.touched();
        Ages.keepUp(tasks, stage);
        Drawing.follow(stage, settings);
        WindowFrame.follow(stage, settings, tasks);
        stage.setTitle(WindowFrame.TITLE);
        stage.setMinWidth(560);
        stage.setMinHeight(400);
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        Thread.currentThread()
                .setUncaughtExceptionHandler(new UnexpectedErrors(options, notices, window.dialogs()));
    }

    /// The keys that find something in a screen hold wherever the keyboard is, as long as nothing there has them.
    private void pressed(KeyEvent event) {
        screenCommands.stream()
                .filter(command -> ScreenCommands.FINDING.contains(command.id()))
                .filter(command -> command.usualKeys().filter(keys -> keys.match(event)).isPresent())
                .filter(command -> command.isEnabled().getAsBoolean())
                .findFirst()
                .ifPresent(command -> {
                    event.consume();
                    command.action().run();
                });
    }

    /// Opens the window. Makes its parts on the calling thread while the toolkit starts and shows the empty window on
    /// its own (docs/adr/0151), then returns; the program ends when the window is closed.
    ///
    /// @throws RuntimeException when the toolkit cannot start
    /// @throws LinkageError when a library of the system is missing
    public static void open(StartOptions options, ToolkitStart toolkit) {
        options.settings().get(Remembered.LANGUAGE).speak();
        boolean dark = options.settings().get(Remembered.DARK);
        CompletableFuture<Shell> parts = new CompletableFuture<>();
        Theme.readAhead(dark);
        toolkit.then(() -> openEmpty(options, parts));
        Theme.readIconsAhead();
        toolkit.await();
        Theme.choose(dark);
        parts.complete(new Shell(options));
    }

    private static void openEmpty(StartOptions options, CompletableFuture<Shell> parts) {
        WindowFrame.nameWindows();
        Stage stage = new Stage();
        CompletableFuture<Shell> opened = new CompletableFuture<>();
        if (FilesFromDesktop.areToldSo(System.getProperty("os.name"))) {
            FilesFromDesktop.listen(
                    options.call().files(),
                    files -> opened.thenAccept(shell -> shell.called(new Call(Optional.empty(), files))));
        }
        FirstFrame.show(
                stage,
                options.settings(),
                () -> parts.thenAcceptAsync(
                        shell -> {
                            shell.start(stage);
                            opened.complete(shell);
                            shell.tasks.later(ICON_AFTER, () -> stage.getIcons().setAll(WindowFrame.icons()));
                        },
                        Platform::runLater));
    }

    /// Opens the window on a toolkit that runs.
    void start(Stage stage) {
        place(stage);
        if (!stage.isShowing()) {
            WindowFrame.restore(stage, settings);
            stage.show();
        }
        options.instance().listen(call -> Platform.runLater(() -> called(call)), options.worker());
        openFirstStore();
    }

    private void called(Call call) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        call.store().ifPresent(stores::open);
        files.open(call.files());
    }

    private void openFirstStore() {
        String remembered = settings.get(Settings.STORE);
        files.atStart(
                options.call(),
                asked -> stores.open(
                        asked.orElse(remembered.isEmpty() ? embeddedStore().toString() : remembered)));
    }

    /// The address of the store in the data folder.
    StoreUri embeddedStore() {
        return StoreUri.of("h2", options.home().embeddedStore().toString());
    }

    String version() {
        return options.version();
    }

    Path logs() {
        return options.home().logs();
    }

    Path home() {
        return options.home().folder();
    }

    /// The stores that are open.
    WindowStores stores() {
        return stores;
    }

    /// The store in front.
    Optional<Workspace> workspace() {
        return stores.front().map(OpenStore::workspace);
    }

    Optional<WorkspaceView> view() {
        return stores.front().map(OpenStore::view);
    }

    Stage stage() {
        return stage;
    }

    WindowCommands commands() {
        return commands;
    }

    Imports imports() {
        return imports;
    }

    /// Looks for newer versions; empty where the packager wants none.
    Optional<UpdateController> updates() {
        return updates;
    }

    OpenedFiles files() {
        return files;
    }

    Samples samples() {
        return samples;
    }

    Welcoming welcoming() {
        return welcoming;
    }

    GuidedLook guidedLook() {
        return guidedLook;
    }

    ShellModel model() {
        return model;
    }

    NoticesPane noticesPane() {
        return noticesPane;
    }

    /// Every command of the menus.
    List<Command> menuCommands() {
        return menuCommands;
    }

    /// Every command, of the menus and of single screens.
    List<Command> commandsOfAll() {
        return Stream.concat(menuCommands.stream(), screenCommands.stream()).toList();
    }

    ShortcutsModel shortcuts() {
        return shortcuts;
    }

    /// Shows a palette over the window.
    void show(PaletteSource source) {
        controller.show(new PaletteController(new PaletteModel(source, settings, tasks)));
    }

    /// Offers ways to a store, where none is open.
    ///
    /// @param again tries the one that could not be opened once more
    void showWayOut(Optional<Runnable> again) {
        controller.show(new NoStorePane(commands, again).node());
    }

    /// Makes what the window shows of a store.
    OpenStore view(PausableStore store) {
        Registry registry = new Registry(store, options.home().drafts());
        TextIndex index = new TextIndex(store, options.home(), tasks);
        Workspace workspace =
                new Workspace(registry, index, tasks, notices, change -> changed(store.uri(), change));
        BrowserModel browser = workspace.browser();
        browser.asFoldersProperty().set(settings.get(Remembered.FOLDERS));
        browser.orderProperty().set(settings.get(Remembered.ORDER));
        browser.asFoldersProperty().subscribe((_, now) -> settings.set(Remembered.FOLDERS, now));
        browser.orderProperty().subscribe((_, now) -> settings.set(Remembered.ORDER, now));
        // In the embedded store they can be taken out again; any other may be a team's.
        Runnable fill = store.uri().equals(embeddedStore())
                ? () -> samples.open(() -> {}, () -> {})
                : () -> imports.fillWithSamples(store);
        return new OpenStore(store, workspace, new WorkspaceView(workspace, window, imports, fill));
    }

    /// Fills the list of a store that has just come to the front; its texts are indexed after that.
    void list(OpenStore opened) {
        BrowserModel browser = opened.workspace().browser();
        boolean[] indexing = {false};
        FirstSteps firstSteps = new FirstSteps(opened.workspace(), opened.view(), window, welcoming);
        browser.shownProperty().subscribe(listing -> {
            if (stores.isFront(opened)) {
                showStatus(opened);
            }
            firstSteps.listed(listing, opened.uri().equals(embeddedStore()), stores.isFront(opened));
            if (listing.state() != BrowserModel.State.LOADING && !indexing[0]) {
                indexing[0] = true;
                opened.workspace().index().start(browser::filterAgain);
            }
        });
        browser.load();
    }

    /// Shows a store that came to the front.
    void cameToFront(OpenStore opened) {
        showNames();
        model.banners().clear();
        guidedLook.leave();
        welcoming.gone();
        showFront();
        showStatus(opened);
        sync.toFront(opened.workspace());
        lookAround(opened);
        samples.offerAgain(opened.workspace());
        files.storeIsOpen(opened);
    }

    /// Forgets a store that is no longer in the window.
    void left(OpenStore closing) {
        sync.left(closing.workspace());
    }

    /// Shows the list and the tabs of the store in front.
    void showFront() {
        view().ifPresent(view -> {
            controller.show(view.browserNode(), view.tabsNode());
            controller.enableTools(view.store()::can);
        });
    }

    /// Shows something in place of the list and the tabs.
    void instead(Node node) {
        controller.show(node);
    }

    /// Whether the store in front has no prompt.
    boolean isEmpty() {
        return workspace()
                .map(workspace -> workspace.registry().catalogue().size() == 0)
                .orElse(true);
    }

    /// Says what holds of the store in front beside its prompts.
    private void lookAround(OpenStore opened) {
        OutsideEditsWatch.look(opened.workspace(), this::workspace, window, model);
        sync.look();
        opened.workspace()
                .registry()
                .store()
                .awaySince()
                .ifPresentOrElse(
                        since -> model.say(new Banner(
                                Banner.Topic.AWAY,
                                Messages.text("shell.away", window.times().exact(since)),
                                List.of())),
                        () -> model.unsay(Banner.Topic.AWAY));
    }

    /// Shows what the store in front is called and how it is marked.
    private void showNames() {
        stores.front().ifPresent(opened -> {
            model.storeNameProperty().set(storeName(opened.uri()));
            model.storeColourProperty().set(storeMenu.colour(opened.uri()));
        });
    }

    void showStatus(String text) {
        model.statusProperty().set(text);
    }

    /// Says which store is in front, if any is.
    void showStatus() {
        stores.front().ifPresentOrElse(this::showStatus, () -> showStatus(""));
    }

    private void showStatus(OpenStore opened) {
        BrowserModel.Listing listing = opened.workspace().browser().shownProperty().get();
        String name = storeName(opened.uri());
        showStatus(
                listing.state() == BrowserModel.State.LOADING
                        ? name
                        : Messages.text(
                                opened.view().isReadOnly() ? "shell.status.readOnly" : "shell.status",
                                name,
                                listing.total()));
    }

    private void changed(StoreUri store, StoreChange change) {
        stores.all().stream().filter(opened -> opened.uri().equals(store)).forEach(opened -> {
            opened.view().changed(change);
            if (stores.isFront(opened)) {
                lookAround(opened);
            }
        });
    }

    /// What the window calls a store.
    String storeName(StoreUri uri) {
        return window.storeNames().of(uri);
    }

    /// Tells the window that anything in a store may have changed.
    void changed(Workspace workspace) {
        workspace.browser().reload();
        changed(workspace.registry().store().uri(), StoreChange.anything());
    }

    /// Shows the remembered stores.
    void manageStores() {
        ConnectModel stored = new ConnectModel(connections, window.stores(), keychain, asked, tasks);
        stores.following(() -> new ConnectController(stored, window.dialogs())
                .ask(connection -> stores.open(connection.address())));
        showNames();
        stores.front().ifPresent(this::showStatus);
    }

    /// Whether nothing is going on that closing would cut off, or the author lets it be.
    private boolean mayCutOff() {
        List<String> going = tasks.unfinished();
        return going.isEmpty()
                || window.dialogs()
                        .confirm(
                                Messages.text("shell.busy.title"),
                                Messages.text("shell.busy.text", String.join(", ", going)),
                                Messages.text("shell.busy.act"));
    }

    /// Closes the window when every draft is kept, or the author gives those up that cannot be. The stores are closed behind
    /// it, since a large one takes seconds; the program ends, and a later start begins, when they are.
    void close() {
        WindowOutline outline = controller.outline();
        if (mayCutOff()) {
            stores.takeOutAll().ifPresent(closing -> close(outline, closing));
        }
    }

    private void close(WindowOutline outline, Runnable closing) {
        WindowFrame.remember(stage, settings);
        outline.remember(settings);
        settings.set(Remembered.DARK, theme.isDark());
        settings.close();
        tasks.close();
        options.instance().stopListening();
        theme.close();
        stage.hide();
        Thread.ofPlatform().name("stemma-closing").start(() -> {
            closing.run();
            options.instance().close();
        });
    }
}
