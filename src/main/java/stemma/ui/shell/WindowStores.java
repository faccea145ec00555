package stemma.ui.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import stemma.registry.PatientOpening;
import stemma.settings.Settings;
import stemma.store.PausableStore;
import stemma.store.Query;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.TaskSlot;

/// The stores that are open in the window: opens them, brings one to the front and closes them. Used on the FX thread only.
final class WindowStores {
    private final StartOptions options;
    private final WindowContext window;
    private final Shell shell;
    private final TaskSlot opening;
    private final List<OpenStore> open = new ArrayList<>();
    private @Nullable OpenStore front;
    private @Nullable StoreUri refused;
    /// What says so; it holds until a store is in front.
    private final List<Notices.Notice> refusals = new ArrayList<>();

    WindowStores(StartOptions options, WindowContext window, Shell shell) {
        this.options = options;
        this.window = window;
        this.shell = shell;
        this.opening = new TaskSlot(window.tasks());
    }

    Optional<OpenStore> front() {
        return Optional.ofNullable(front);
    }

    boolean isFront(OpenStore opened) {
        return opened.equals(front);
    }

    List<OpenStore> all() {
        return List.copyOf(open);
    }

    /// The addresses of all.
    List<StoreUri> addresses() {
        return open.stream().map(OpenStore::uri).toList();
    }

    /// The store in front, or else the one that could not be opened.
    Optional<StoreUri> toRestore() {
        return front().map(OpenStore::uri).or(() -> Optional.ofNullable(refused));
    }

    /// Brings a store to the front, and opens it if it is not open; the one in front stays open behind it.
    void open(String address) {
        open(address, () -> {}, () -> {});
    }

    /// As [#open(String)].
    ///
    /// @param onOpened called when it is in front
    /// @param onFailed called when it cannot be opened, which the window says
    void open(String address, Runnable onOpened, Runnable onFailed) {
        StoreUri uri;
        try {
            uri = window.stores().resolve(StoreUri.parse(address));
        } catch (IllegalArgumentException e) {
            refuse(Optional.empty(), address, e);
            onFailed.run();
            return;
        }
        Optional<OpenStore> known = find(uri);
        if (known.isPresent()) {
            bringToFront(known.get());
            onOpened.run();
            return;
        }
        Optional<OpenStore> written = open.stream()
                .filter(opened -> opened.uri().evenForReading().equals(uri.evenForReading()))
                .findFirst();
        if (written.isPresent()) {
            openAnew(written.get(), uri, onOpened, onFailed);
            return;
        }
        try {
            window.stores().refuseSecrets(uri);
        } catch (StoreException e) {
            refuse(Optional.of(uri), uri.toString(), e);
            onFailed.run();
            return;
        }
        String saying = Messages.text("shell.opening", shell.storeName(uri));
        shell.showStatus(saying);
        opening.run(
                saying,
                progress -> reached(uri, progress::isCancelled),
                store -> {
                    show(store);
                    onOpened.run();
                },
                e -> {
                    refuse(Optional.of(uri), uri.toString(), e);
                    shell.showStatus();
                    onFailed.run();
                });
    }

    /// Opens another address of the store in front in its place, which is closed once the other is open. Where that
    /// address is open already, it is opened anew, since another branch may be checked out there by now.
    void openInstead(StoreUri address) {
        front().ifPresent(old -> {
            find(address).ifPresent(this::close);
            if (find(address).isEmpty()) {
                open(address.toString(), () -> {
                    if (open.contains(old)) {
                        close(old);
                    }
                }, () -> {});
            }
        });
    }

    /// Opens a store that is open already for reading only, or for writing again: for the same place only one of both holds.
    private void openAnew(OpenStore old, StoreUri uri, Runnable onOpened, Runnable onFailed) {
        if (!takeOut(old)) {
            onFailed.run();
            return;
        }
        window.connections().forget(old.uri().toString());
        letGo(old, () -> open(uri.toString(), onOpened, onFailed));
    }

    /// Closes a store that is out of the window already.
    ///
    /// @param then called when that is done, or could not be
    private void letGo(OpenStore closing, Runnable then) {
        closing.view().close();
        window.tasks()
                .run(
                        Messages.text("shell.closing"),
                        _ -> {
                            closing.workspace().close();
                            return true;
                        },
                        _ -> then.run(),
                        e -> {
                            window.notices().error(Messages.text("shell.closing"), e);
                            then.run();
                        });
    }

    /// Lets the author change what is remembered, and opens those stores anew that are open and may now be written no
    /// more, or again. What was in front comes to the front.
    void following(Runnable changing) {
        Map<StoreUri, String> known = new LinkedHashMap<>();
        for (OpenStore opened : open) {
            window.connections()
                    .find(opened.uri().toString())
                    .ifPresent(connection -> known.put(opened.uri(), connection.id()));
        }
        changing.run();
        Deque<StoreUri> changed = new ArrayDeque<>();
        known.forEach((uri, id) -> window.connections().all().stream()
                .filter(connection -> connection.id().equals(id))
                .map(connection -> StoreUri.parse(connection.address()))
                .filter(now -> !now.equals(uri) && now.evenForReading().equals(uri.evenForReading()))
                .filter(_ -> find(uri).isPresent())
                .forEach(changed::add));
        if (!changed.isEmpty()) {
            follow(changed, front().map(opened -> opened.uri().evenForReading()));
        }
    }

    private void follow(Deque<StoreUri> changed, Optional<StoreUri> inFront) {
        if (changed.isEmpty()) {
            open.stream()
                    .filter(opened -> inFront.equals(Optional.of(opened.uri().evenForReading())))
                    .filter(opened -> !isFront(opened))
                    .findFirst()
                    .ifPresent(this::bringToFront);
        } else {
            open(changed.poll().toString(), () -> follow(changed, inFront), () -> {});
        }
    }

    private void refuse(Optional<StoreUri> uri, String address, Exception e) {
        // What is wrong with an address may be a password in it, so it is not repeated.
        String what = e instanceof StoreException.Unsupported
                ? Messages.text("shell.open.refused")
                : Messages.text("shell.open.failed", address);
        refusals.add(window.notices().error(what, e));
        refused = uri.orElse(null);
        showWayOut();
    }

    /// Opens a store and reads from it once, so that what is wrong with it shows here and not in the window. A command
    /// may have it for a moment.
    private PausableStore reached(StoreUri uri, BooleanSupplier isCancelled) {
        Store store = PatientOpening.open(window.stores(), uri, isCancelled);
        try {
            store.list(Query.all().withPage(0, 1));
            return new PausableStore(store, () -> PatientOpening.open(window.stores(), uri, () -> false));
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private void show(PausableStore store) {
        OpenStore opened = shell.view(store);
        window.connections().opened(opened.uri().toString());
        takeIn(opened);
        shell.list(opened);
    }

    private void takeIn(OpenStore opened) {
        open.add(opened);
        options.open().opened(opened.store());
        bringToFront(opened);
    }

    /// Brings a store to the front, if it is still open.
    ///
    /// @return whether it is
    boolean bringToFront(WorkspaceView view) {
        Optional<OpenStore> known =
                open.stream().filter(opened -> opened.view().equals(view)).findFirst();
        known.filter(opened -> !isFront(opened)).ifPresent(this::bringToFront);
        return known.isPresent();
    }

    private void bringToFront(OpenStore opened) {
        front().filter(old -> !old.equals(opened)).ifPresent(old -> old.view().tabs().flush());
        front = opened;
        refused = null;
        refusals.forEach(window.notices()::dismiss);
        refusals.clear();
        options.open().toFront(opened.store());
        window.settings().set(Settings.STORE, opened.uri().toString());
        shell.cameToFront(opened);
    }

    /// Without a store the window offers ways to one.
    private void showWayOut() {
        if (front == null) {
            shell.showWayOut(Optional.ofNullable(refused).map(uri -> () -> open(uri.toString())));
        }
    }

    /// Closes the store in front when its drafts are kept; another open one comes to the front.
    void closeFront() {
        front().filter(_ -> open.size() > 1).ifPresent(this::close);
    }

    private void close(OpenStore closing) {
        if (takeOut(closing)) {
            letGo(closing, () -> {});
        }
    }

    /// Takes a store out of the window, if it is there, so that a backup can take its place.
    ///
    /// @return empty when the author does not give up drafts that cannot be kept
    Optional<TakenOut> takeOut(StoreUri uri) {
        Optional<OpenStore> known = find(uri);
        return known.isPresent() && !takeOut(known.get())
                ? Optional.empty()
                : Optional.of(new TakenOut(uri, known));
    }

    /// The place of a store that is out of the window for a while.
    final class TakenOut {
        private final StoreUri uri;
        private final Optional<OpenStore> known;

        private TakenOut(StoreUri uri, Optional<OpenStore> known) {
            this.uri = uri;
            this.known = known;
        }

        /// Leaves the store's file to others. Blocks.
        void close() {
            known.ifPresent(closing -> closing.store().pause());
        }

        /// Opens what is in the place now; nothing fits it of what was open.
        void openAnew() {
            known.ifPresentOrElse(
                    old -> letGo(old, () -> open(uri.toString())), () -> open(uri.toString()));
        }

        /// Brings the store back with all that was open, as far as it can be opened.
        void bringBack() {
            if (known.isEmpty()) {
                openAnew();
                return;
            }
            window.tasks()
                    .run(
                            Messages.text("shell.opening", shell.storeName(uri)),
                            _ -> {
                                known.get().store().resume();
                                return known.get();
                            },
                            back -> {
                                if (find(uri).isPresent()) {
                                    openAnew();
                                } else {
                                    takeIn(back);
                                    shell.changed(back.workspace());
                                }
                            },
                            _ -> openAnew());
        }
    }

    /// Takes a store out of the window, for whoever closes it then.
    ///
    /// @return whether its drafts are kept, or given up, and it is out
    private boolean takeOut(OpenStore closing) {
        if (!closing.view().tabs().flush() && !window.agreesToLoseEdits()) {
            return false;
        }
        open.remove(closing);
        shell.left(closing);
        options.open().left(closing.store());
        front = null;
        if (open.isEmpty()) {
            showWayOut();
        } else {
            bringToFront(open.getLast());
        }
        return true;
    }

    /// Takes all of them out of the window at the end of the program.
    ///
    /// @return what closes them, which blocks and may be called on any thread; empty when a draft cannot be kept and the author
    ///     does not give it up, and all stay open
    Optional<Runnable> takeOutAll() {
        boolean kept = true;
        for (OpenStore opened : open) {
            kept &= opened.view().tabs().flush();
        }
        if (!kept && !window.agreesToLoseEdits()) {
            return Optional.empty();
        }
        List<OpenStore> leaving = List.copyOf(open);
        leaving.forEach(opened -> opened.view().close());
        open.clear();
        front = null;
        return Optional.of(() -> leaving.forEach(this::closeAtTheEnd));
    }

    /// A system that ends the program meanwhile still finds it among the open ones.
    private void closeAtTheEnd(OpenStore leaving) {
        try {
            leaving.workspace().close();
        } catch (RuntimeException e) {
            System.getLogger(WindowStores.class.getName())
                    .log(System.Logger.Level.WARNING, leaving.uri() + " could not be closed", e);
        }
        options.open().left(leaving.store());
    }

    private Optional<OpenStore> find(StoreUri uri) {
        return open.stream().filter(opened -> opened.uri().equals(uri)).findFirst();
    }
}
