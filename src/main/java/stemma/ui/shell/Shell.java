package stemma.ui.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import stemma.instance.Call;
import stemma.keychain.Keychain;
import stemma.keychain.StoreSecrets;
import stemma.keychain.SystemKeychain;
import stemma.registry.PatientOpening;
import stemma.registry.Registry;
import stemma.settings.Connections;
import stemma.settings.Settings;
import stemma.store.StoreChange;
import stemma.store.Query;
import stemma.store.Secrets;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.ui.browser.BrowserModel;
import stemma.ui.common.Command;
import stemma.ui.common.FxDialogs;
import stemma.ui.common.FxTasks;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.TaskSlot;
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
/// only, but for [#open].
public final class Shell {
    private final StartOptions options;
    private final Settings settings;
    private final FxTasks tasks = new FxTasks();
    private final Notices notices = new Notices();
    private final NoticesPane noticesPane = new NoticesPane(notices);
    private final Stores stores;
    private final Stage stage;
    private final ShellModel model;
    private final Theme theme;
    private final WindowContext window;
    private final Imports imports;
    private final WindowCommands commands;
    private final OpenedFiles files;
    private final Samples samples;
    private final Welcoming welcoming;
    private final GuidedLook guidedLook = new GuidedLook(this);
    private final TaskSlot opening = new TaskSlot(tasks);
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
    private final List<OpenStore> open = new ArrayList<>();
    private @Nullable OpenStore front;
    private @Nullable StoreUri refused;
    /// What says so; it holds until a store is in front.
    private final List<Notices.Notice> refusals = new ArrayList<>();

    private Shell(StartOptions options, Stage stage) {
        this.options = options;
        this.settings = options.settings();
        this.stage = stage;
        this.model = new ShellModel(settings);
        this.theme = new Theme();
        theme.appearanceProperty().bind(model.appearanceProperty());
        theme.textSizeProperty().bind(model.zoomProperty().multiply(Theme.TEXT_SIZE));
        FxDialogs dialogs = new FxDialogs(() -> stage, theme);
        this.connections = new Connections(settings);
        this.asked = new AskedSecrets(dialogs);
        this.stores = options.stores().withSecrets(StoreSecrets.of(connections, keychain, asked));
        this.storeMenu = new StoreMenu(
                connections,
                embeddedStore(),
                () -> open.stream().map(OpenStore::uri).toList(),
                () -> Optional.ofNullable(front).map(OpenStore::uri));
        PaneWidths widths = new PaneWidths(settings);
        this.window = new WindowContext(
                tasks,
                dialogs,
                notices,
                settings,
                stores,
                connections,
                new Times(Clock.systemDefaultZone()),
                new ComparePreview(tasks),
                widths,
                model.look());
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
                () -> front().isPresent(),
                () -> view().filter(WorkspaceView::hasCurrent).isPresent(),
                capability -> view().filter(view -> view.store().can(capability)).isPresent()));
        this.shortcuts = new ShortcutsModel(menuCommands, screenCommands, settings);
        shortcuts.apply();
        Scene scene = new Scene(controller.view());
        theme.dress(scene);
        files.acceptDropped(scene);
        model.languageProperty().subscribe((_, _) -> notices.done(Messages.text("language.changed")));
        ZoomKeys.add(scene, model);
        Resting resting = new Resting(
                tasks,
                Clock.systemUTC(),
                () -> !tasks.shown().isEmpty(),
                () -> Thread.ofPlatform().daemon().name("stemma-tidy").start(System::gc));
        scene.addEventFilter(InputEvent.ANY, _ -> resting.touched());
        resting.touched();
        stage.setScene(scene);
        stage.setTitle(WindowFrame.TITLE);
        stage.setMinWidth(560);
        stage.setMinHeight(400);
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        Thread.currentThread()
                .setUncaughtExceptionHandler(new UnexpectedErrors(options, notices, dialogs));
    }

    /// Starts the toolkit and opens the window. Returns at once; the program ends when the window is closed.
    ///
    /// @throws RuntimeException when the toolkit cannot start
    public static void open(StartOptions options) {
        options.settings().get(Remembered.LANGUAGE).speak();
        options.settings().get(Remembered.SCALE).prepare();
        Platform.startup(() -> {
            WindowFrame.nameWindows();
            Stage stage = new Stage();
            FirstFrame.show(stage, options.settings(), () -> {
                start(options, stage);
                Platform.runLater(() -> stage.getIcons().setAll(WindowFrame.icons()));
            });
        });
    }

    /// Opens the window on a toolkit that runs.
    static Shell start(StartOptions options, Stage stage) {
        Shell shell = new Shell(options, stage);
        if (!stage.isShowing()) {
            WindowFrame.restore(stage, options.settings());
            stage.show();
        }
        options.instance().listen(call -> Platform.runLater(() -> shell.called(call)), options.worker());
        shell.openFirstStore();
        return shell;
    }

    private void called(Call call) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        call.store().ifPresent(this::openStore);
        files.open(call.files());
    }

    private void openFirstStore() {
        String remembered = settings.get(Settings.STORE);
        files.atStart(
                options.call(),
                asked -> openStore(
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

    /// The store in front.
    Optional<Workspace> workspace() {
        return Optional.ofNullable(front).map(OpenStore::workspace);
    }

    Optional<WorkspaceView> view() {
        return Optional.ofNullable(front).map(OpenStore::view);
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

    /// Brings a store to the front, and opens it if it is not open; the one in front stays open behind it.
    void openStore(String address) {
        openStore(address, () -> {}, () -> {});
    }

    /// Opens another address of the store in front in its place, which is closed once the other is open. Where that
    /// address is open already, it is opened anew, since another branch may be checked out there by now.
    void openInstead(StoreUri address) {
        front().ifPresent(old -> {
            find(address).ifPresent(this::close);
            if (find(address).isEmpty()) {
                openStore(address.toString(), () -> {
                    if (open.contains(old)) {
                        close(old);
                    }
                }, () -> {});
            }
        });
    }

    /// As [#openStore(String)].
    ///
    /// @param onOpened called when it is in front
    /// @param onFailed called when it cannot be opened, which the window says
    void openStore(String address, Runnable onOpened, Runnable onFailed) {
        StoreUri uri;
        try {
            uri = stores.resolve(StoreUri.parse(address));
        } catch (IllegalArgumentException e) {
            refusals.add(notices.error(Messages.text("shell.open.failed", address), e));
            refused = null;
            showWayOut();
            onFailed.run();
            return;
        }
        Optional<OpenStore> known = find(uri);
        if (known.isPresent()) {
            bringToFront(known.get());
            onOpened.run();
            return;
        }
        model.statusProperty().set(Messages.text("shell.opening", uri));
        opening.run(
                Messages.text("shell.opening", uri),
                progress -> open(uri, progress::isCancelled),
                registry -> {
                    show(registry);
                    onOpened.run();
                },
                e -> {
                    refusals.add(notices.error(Messages.text("shell.open.failed", uri), e));
                    refused = uri;
                    front().ifPresentOrElse(this::showStatus, () -> model.statusProperty().set(""));
                    showWayOut();
                    onFailed.run();
                });
    }

    /// Opens a store and reads from it once, so that what is wrong with it shows here and not in the window. A command
    /// may have it for a moment.
    private Registry open(StoreUri uri, BooleanSupplier isCancelled) {
        Store store = PatientOpening.open(stores, uri, isCancelled);
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
        if (front == null) {
            Optional<Runnable> again = Optional.ofNullable(refused).map(uri -> () -> openStore(uri.toString()));
            controller.show(new NoStorePane(commands, again).node());
        }
    }

    private Optional<OpenStore> front() {
        return Optional.ofNullable(front);
    }

    private void show(Registry registry) {
        TextIndex index = new TextIndex(registry.store(), options.home(), tasks);
        Workspace workspace =
                new Workspace(registry, index, tasks, notices, change -> changed(registry.store().uri(), change));
        BrowserModel browser = workspace.browser();
        browser.asFoldersProperty().set(settings.get(Remembered.FOLDERS));
        browser.orderProperty().set(settings.get(Remembered.ORDER));
        browser.asFoldersProperty().subscribe((_, now) -> settings.set(Remembered.FOLDERS, now));
        browser.orderProperty().subscribe((_, now) -> settings.set(Remembered.ORDER, now));
        // In the embedded store they can be taken out again; any other may be a team's.
        Runnable fill = registry.store().uri().equals(embeddedStore())
                ? () -> samples.open(() -> {}, () -> {})
                : () -> imports.fillWithSamples(registry.store());
        OpenStore opened = new OpenStore(workspace, new WorkspaceView(workspace, window, imports, fill));
        open.add(opened);
        options.open().opened(registry.store());
        connections.opened(opened.uri().toString());
        bringToFront(opened);
        boolean[] indexing = {false};
        FirstSteps firstSteps = new FirstSteps(workspace, opened.view(), window, welcoming);
        browser.shownProperty().subscribe(listing -> {
            if (front().equals(Optional.of(opened))) {
                showStatus(opened);
            }
            firstSteps.listed(
                    listing, opened.uri().equals(embeddedStore()), front().equals(Optional.of(opened)));
            if (listing.state() != BrowserModel.State.LOADING && !indexing[0]) {
                indexing[0] = true;
                index.start(browser::filterAgain);
            }
        });
        browser.load();
    }

    private void bringToFront(OpenStore opened) {
        front().filter(old -> !old.equals(opened)).ifPresent(old -> old.view().tabs().flush());
        front = opened;
        refused = null;
        refusals.forEach(notices::dismiss);
        refusals.clear();
        options.open().toFront(opened.workspace().registry().store());
        settings.set(Settings.STORE, opened.uri().toString());
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

    /// Shows the list and the tabs of the store in front.
    void showFront() {
        front().map(OpenStore::view).ifPresent(view -> {
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
        front().ifPresent(opened -> {
            model.storeNameProperty().set(storeMenu.name(opened.uri()));
            model.storeColourProperty().set(storeMenu.colour(opened.uri()));
        });
    }

    private void showStatus(OpenStore opened) {
        BrowserModel.Listing listing = opened.workspace().browser().shownProperty().get();
        String name = storeMenu.name(opened.uri());
        model.statusProperty()
                .set(
                        listing.state() == BrowserModel.State.LOADING
                                ? name
                                : Messages.text(
                                        opened.view().isReadOnly() ? "shell.status.readOnly" : "shell.status",
                                        name,
                                        listing.total()));
    }

    private void changed(StoreUri store, StoreChange change) {
        open.stream().filter(opened -> opened.uri().equals(store)).forEach(opened -> {
            opened.view().changed(change);
            if (front().equals(Optional.of(opened))) {
                lookAround(opened);
            }
        });
    }

    /// Closes the store in front when its drafts are kept; another open one comes to the front.
    void closeStore() {
        front().filter(_ -> open.size() > 1).ifPresent(this::close);
    }

    private void close(OpenStore closing) {
        if (takeOut(closing)) {
            tasks.run(
                    Messages.text("shell.closing"),
                    _ -> {
                        closing.workspace().close();
                        return true;
                    },
                    _ -> {},
                    e -> notices.error(Messages.text("shell.closing"), e));
        }
    }

    /// Takes a store out of the window, for whoever closes it then.
    ///
    /// @return whether its drafts are kept, or given up, and it is out
    private boolean takeOut(OpenStore closing) {
        if (!closing.view().tabs().flush() && !window.agreesToLoseEdits()) {
            return false;
        }
        closing.view().close();
        open.remove(closing);
        sync.left(closing.workspace());
        options.open().left(closing.workspace().registry().store());
        front = null;
        if (open.isEmpty()) {
            showWayOut();
        } else {
            bringToFront(open.getLast());
        }
        return true;
    }

    /// The store in front, or else the one that could not be opened.
    Optional<StoreUri> storeToRestore() {
        return front().map(OpenStore::uri).or(() -> Optional.ofNullable(refused));
    }

    /// Takes a store out of the window, if it is there, so that a backup can take its place.
    ///
    /// @return what closes it, which blocks; empty when the author does not give up drafts that cannot be kept
    Optional<Runnable> takeOut(StoreUri uri) {
        Optional<OpenStore> known = find(uri);
        return known.isPresent() && !takeOut(known.get())
                ? Optional.empty()
                : Optional.of(() -> known.ifPresent(closing -> closing.workspace().close()));
    }

    private Optional<OpenStore> find(StoreUri uri) {
        return open.stream().filter(opened -> opened.uri().equals(uri)).findFirst();
    }

    /// What the window calls a store.
    String storeName(StoreUri uri) {
        return storeMenu.name(uri);
    }

    /// Tells the window that anything in a store may have changed.
    void changed(Workspace workspace) {
        workspace.browser().reload();
        changed(workspace.registry().store().uri(), StoreChange.anything());
    }

    /// Shows the remembered stores.
    void manageStores() {
        ConnectModel stored = new ConnectModel(connections, stores, keychain, asked, tasks);
        new ConnectController(stored, window.dialogs()).ask(connection -> openStore(connection.address()));
        showNames();
        front().ifPresent(this::showStatus);
    }

    private boolean draftsAreKept() {
        boolean kept = true;
        for (OpenStore opened : open) {
            kept &= opened.view().tabs().flush();
        }
        return kept || window.agreesToLoseEdits();
    }

    /// Closes the window when every draft is kept, or the author gives those up that cannot be.
    void close() {
        if (!draftsAreKept()) {
            return;
        }
        WindowFrame.remember(stage, settings);
        open.forEach(opened -> {
            options.open().left(opened.workspace().registry().store());
            opened.view().close();
            opened.workspace().close();
        });
        open.clear();
        front = null;
        settings.close();
        tasks.close();
        options.instance().close();
        theme.close();
        stage.hide();
    }
}
