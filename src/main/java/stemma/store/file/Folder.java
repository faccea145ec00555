package stemma.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stemma.files.DurableFiles;
import stemma.files.FolderLock;
import stemma.files.Keeper;
import stemma.markdown.FormatException;
import stemma.prompt.ExplainedIOException;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.store.Health;
import stemma.store.StoreChange;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// A folder with prompts, its index in memory and the right to change it. Shared by all stores of this process that
/// opened it. Safe for concurrent use.
///
/// The index is made when it is first needed, follows the store's own writes, and is brought up to date by
/// [FolderWatch] and, for the prompts concerned, before each write while the folder is locked.
final class Folder {
    private static final Map<Path, Folder> OPEN = new HashMap<>();

    /// More changed prompts than this are told as one change of anything.
    private static final int MOST_TOLD = 50;

    final Path root;
    private final Path stateFolder;
    private final Optional<Companion> companion;
    private final Journal journal;
    private final Keeper keeper = new Keeper();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final List<Consumer<StoreChange>> listeners = new CopyOnWriteArrayList<>();

    private final NavigableMap<PromptId, StoredPrompt> prompts = new TreeMap<>();
    /// Every folder with files of ours, those of deleted prompts too.
    private final NavigableMap<PromptId, Listing> listings = new TreeMap<>();
    private final IdRules ids = new IdRules();
    private List<Health.Problem> problems = List.of();
    private @Nullable IOException failure;
    private boolean wasThere;

    private volatile boolean loaded;
    private @Nullable FolderWatch watch;
    private int users;

    @FunctionalInterface
    interface Read<T> {
        T run() throws IOException;
    }

    @FunctionalInterface
    interface Write<T> {
        T run(Workspace workspace) throws IOException;
    }

    Folder(Path root, Optional<Companion> companion, Consumer<String> journalObserver) {
        this.root = root;
        this.companion = companion;
        this.stateFolder = root.resolve(Names.STATE_FOLDER);
        this.journal = new Journal(root, journalObserver);
    }

    /// @param root without links in it
    static Folder share(Path root) {
        synchronized (OPEN) {
            Folder folder = OPEN.computeIfAbsent(root, path -> new Folder(path, Optional.empty(), _ -> {}));
            folder.users++;
            return folder;
        }
    }

    /// A folder of one store and its companion.
    static Folder own(Path root, Companion companion) {
        Folder folder = new Folder(root, Optional.of(companion), _ -> {});
        folder.users = 1;
        return folder;
    }

    void leave() {
        synchronized (OPEN) {
            if (--users > 0) {
                return;
            }
            OPEN.remove(root, this);
        }
        FolderWatch watching;
        synchronized (this) {
            watching = watch;
            watch = null;
        }
        if (watching != null) {
            watching.close();
        }
        keeper.close();
    }

    void listen(Consumer<StoreChange> listener) {
        listeners.add(listener);
    }

    void unlisten(Consumer<StoreChange> listener) {
        listeners.remove(listener);
    }

    /// Reads the index, and files if need be, while nothing changes them from here.
    <T> T read(Read<T> action) throws IOException {
        load();
        lock.readLock().lock();
        try {
            if (failure != null) {
                throw failure;
            }
            return action.run();
        } finally {
            lock.readLock().unlock();
        }
    }

    /// Only within [#read].
    Optional<StoredPrompt> prompt(PromptId id) {
        return Optional.ofNullable(prompts.get(id));
    }

    /// Only within [#read].
    Collection<StoredPrompt> prompts() {
        return prompts.values();
    }

    /// Folders of prompts with a history, by today's id; only within [#read].
    NavigableMap<PromptId, Listing> listings() {
        return listings;
    }

    /// What is wrong besides the prompts; only within [#read].
    List<Health.Problem> problems() {
        return problems;
    }

    /// Changes files in one step.
    ///
    /// @param concerned the prompts whose state matters to the change
    <T> T write(Set<PromptId> concerned, Write<T> action) throws IOException {
        load();
        Set<PromptId> changed = new TreeSet<>(concerned);
        T result = keeper.call(() -> {
            lock.writeLock().lock();
            try {
                return writeLocked(changed, action);
            } finally {
                lock.writeLock().unlock();
            }
        });
        tell(changed);
        return result;
    }

    private <T> T writeLocked(Set<PromptId> concerned, Write<T> action) throws IOException {
        prepareStateFolder();
        try (FolderLock _ = FolderLock.take(stateFolder.resolve(Names.LOCK))) {
            finishInterrupted();
            for (PromptId id : concerned) {
                scanOne(Draft.folder(root, id));
            }
            try (Change change = journal.begin()) {
                Workspace workspace = new Workspace(root, change, this::prompt);
                T result = action.run(workspace);
                workspace.finish(prompts.values());
                commit(change, workspace);
                concerned.addAll(workspace.ids());
                return result;
            } finally {
                for (PromptId id : concerned) {
                    scanOne(Draft.folder(root, id));
                }
            }
        }
    }

    private void finishInterrupted() throws IOException {
        if (journal.recover()) {
            scan(root);
        }
        if (companion.isPresent()) {
            companion.get().prepare();
            tellLate(companion.get());
        }
    }

    /// Tells the companion of a change that it has not heard of because the program died.
    private void tellLate(Companion unaware) throws IOException {
        Path file = Pending.file(root);
        if (Files.exists(file)) {
            try {
                unaware.changed(Pending.read(Files.readAllBytes(file), root));
            } catch (FormatException e) {
                throw Failures.in(root, file, e);
            }
            Files.delete(file);
        }
    }

    private void commit(Change change, Workspace workspace) throws IOException {
        if (companion.isEmpty()) {
            change.commit();
            return;
        }
        Pending pending = new Pending(workspace.deeds(), change.places(), false);
        change.writeAhead(Pending.file(root), pending.write());
        change.commit();
        try {
            companion.get().changed(pending);
            Files.delete(Pending.file(root));
        } catch (IOException e) {
            // The change is kept; the companion hears of it before the next one, and the check tells.
            System.getLogger(Folder.class.getName())
                    .log(System.Logger.Level.WARNING, "a change of a store folder waits for its other part", e);
        }
    }

    /// Whether a change was interrupted, on the way to its files or to the companion.
    boolean isUnfinished() {
        return isInterrupted() || isPending();
    }

    /// Whether a change waits for the companion.
    boolean isPending() {
        return companion.isPresent() && Files.exists(Pending.file(root));
    }

    /// Does something with the folder's files while nobody else changes them, looks at all of them anew and tells
    /// listeners what changed.
    <T> T underLock(Callable<T> action) throws IOException {
        load();
        Set<PromptId> changed = new TreeSet<>();
        T result = keeper.call(() -> {
            prepareStateFolder();
            try (FolderLock _ = FolderLock.take(stateFolder.resolve(Names.LOCK))) {
                finishInterrupted();
                try {
                    return action.call();
                } finally {
                    changed.addAll(scan(root));
                }
            }
        });
        tell(changed);
        return result;
    }

    private void prepareStateFolder() throws IOException {
        if (Files.isSymbolicLink(stateFolder)) {
            throw new ExplainedIOException(Sentence.of("{0} is a link, which is not followed", Names.STATE_FOLDER));
        }
        if (!Files.isDirectory(stateFolder)) {
            DurableFiles.createFolders(root);
            for (String part : List.of(Journal.FOLDER, Originals.FOLDER, Records.FOLDER)) {
                Files.createDirectories(stateFolder.resolve(part));
            }
            Files.writeString(stateFolder.resolve(".gitignore"), "*\n");
            DurableFiles.forceFolder(stateFolder);
            DurableFiles.forceFolder(root);
            wasThere = true;
        }
    }

    /// Tells which of the ids cannot stand beside those that are there; only within [#write].
    void checkNew(PromptId id, Workspace workspace, StoreUri store) {
        ids.check(store, root, id, workspace.ids());
    }

    /// Tells whether an id cannot stand beside those that are there; only within [#read].
    void checkNew(PromptId id, StoreUri store) {
        ids.check(store, root, id, Set.of());
    }

    private void load() throws IOException {
        if (loaded) {
            return;
        }
        keeper.call(() -> {
            if (!loaded) {
                looking(() -> scan(root));
                loaded = true;
                startWatching();
            }
            return root;
        });
    }

    private synchronized void startWatching() {
        watch = new FolderWatch(this);
        watch.start();
    }

    /// Brings the index up to date with everything below some folders, and tells listeners what changed.
    void refresh(Collection<Path> trees, Collection<Path> single) throws IOException {
        Set<PromptId> changed = keeper.call(() -> {
            Set<PromptId> found = new TreeSet<>();
            looking(() -> {
                for (Path tree : trees) {
                    found.addAll(scan(tree));
                }
                for (Path folder : single) {
                    found.addAll(scanOne(folder));
                }
            });
            return found;
        });
        tell(changed);
    }

    @FunctionalInterface
    private interface Look {
        void run() throws IOException;
    }

    /// Looks at the folder while nobody else changes it, and finishes what an interrupted program left.
    private void looking(Look look) throws IOException {
        try (AutoCloseableLock _ = lockForLooking()) {
            look.run();
        }
    }

    private interface AutoCloseableLock extends AutoCloseable {
        @Override
        void close();
    }

    private AutoCloseableLock lockForLooking() throws IOException {
        if (!Files.isSymbolicLink(stateFolder) && journal.isInterrupted() && Files.isWritable(stateFolder)) {
            FolderLock taken = FolderLock.take(stateFolder.resolve(Names.LOCK));
            try {
                finishInterrupted();
            } catch (IOException | StoreException e) {
                // told by the check and by every write; the rest of the folder can be read all the same
            } catch (RuntimeException | Error e) {
                taken.close();
                throw e;
            }
            return taken::close;
        }
        Optional<FolderLock> taken = FolderLock.takeForReading(stateFolder.resolve(Names.LOCK));
        return () -> taken.ifPresent(FolderLock::close);
    }

    private Set<PromptId> scan(Path start) {
        FolderScan scan = FolderScan.of(root, start);
        boolean all = start.equals(root);
        if (all) {
            rootWasSeen(Files.isDirectory(root), scan.problems());
        }
        Set<PromptId> gone = new TreeSet<>(all ? listings.keySet() : known(start));
        gone.removeAll(scan.listings().keySet());
        return update(scan, gone);
    }

    /// The prompts in a folder and below it. Their ids begin alike and stand together: a program that makes a thousand
    /// folders would have all prompts looked through a thousand times otherwise.
    private List<PromptId> known(Path start) {
        Optional<PromptId> first = FolderScan.id(root, start);
        return first.stream()
                .flatMap(id -> listings.tailMap(id, true).keySet().stream()
                        .takeWhile(next -> next.value().startsWith(id.value())))
                .filter(id -> listings.get(id).folder().startsWith(start))
                .toList();
    }

    private void rootWasSeen(boolean there, List<Health.Problem> found) {
        lock.writeLock().lock();
        try {
            problems = found;
            wasThere |= there;
            failure = wasThere && !there ? new ExplainedIOException(Sentence.of(
                    "the folder is not there any more")) : null;
        } finally {
            lock.writeLock().unlock();
        }
    }

    private Set<PromptId> scanOne(Path folder) {
        FolderScan scan = FolderScan.ofOne(root, folder);
        Optional<PromptId> id = folder.equals(root) ? Optional.empty() : FolderScan.id(root, folder);
        Set<PromptId> gone = new TreeSet<>();
        id.filter(listings::containsKey)
                .filter(known -> !scan.listings().containsKey(known))
                .ifPresent(gone::add);
        return update(scan, gone);
    }

    /// Called by the keeper's thread only, which alone changes the index and so may look at it without its lock.
    private Set<PromptId> update(FolderScan scan, Set<PromptId> gone) {
        PromptLoader loader = new PromptLoader(root, companion);
        List<Map.Entry<PromptId, Listing>> fresh = scan.listings().entrySet().stream()
                .filter(found -> !found.getValue().equals(listings.get(found.getKey()))
                        || companion.isPresent() && isEdited(prompts.get(found.getKey())))
                .toList();
        List<Optional<StoredPrompt>> read = fresh.parallelStream()
                .map(found -> loader.load(found.getKey(), found.getValue(), prompts.get(found.getKey())))
                .toList();
        Set<PromptId> changed = new TreeSet<>();
        lock.writeLock().lock();
        try {
            for (PromptId id : gone) {
                listings.remove(id);
                prompts.remove(id);
                changed.add(id);
            }
            for (int i = 0; i < fresh.size(); i++) {
                PromptId id = fresh.get(i).getKey();
                if (listings.put(id, fresh.get(i).getValue()) == null) {
                    ids.add(id);
                }
                read.get(i).ifPresentOrElse(prompt -> prompts.put(id, prompt), () -> prompts.remove(id));
                changed.add(id);
            }
            ids.removeAll(gone);
        } finally {
            lock.writeLock().unlock();
        }
        return changed;
    }

    /// An edit may have become what a companion brought, without any file having changed since.
    private static boolean isEdited(@Nullable StoredPrompt prompt) {
        return prompt != null && !PromptLoader.changed(prompt).isEmpty();
    }

    private void tell(Collection<PromptId> changed) {
        List<StoreChange> changes = new ArrayList<>();
        if (changed.size() > MOST_TOLD) {
            changes.add(StoreChange.anything());
        } else {
            changed.forEach(id -> changes.add(StoreChange.of(id)));
        }
        changes.forEach(change -> listeners.forEach(listener -> listener.accept(change)));
    }

    boolean isInterrupted() {
        return journal.isInterrupted();
    }

    /// What keeps this folder from being written to, as far as that can be told without trying: itself, the folder that
    /// it would be made in, or the one in it that is the program's own.
    static Optional<Path> unwritable(Path root) {
        Path state = root.resolve(Names.STATE_FOLDER);
        Path nearest = Files.exists(root) || root.getParent() == null ? root : root.getParent();
        if (!Files.isWritable(nearest)) {
            return Optional.of(nearest);
        }
        boolean refused = Files.isSymbolicLink(state) || Files.exists(state) && !Files.isWritable(state);
        return refused ? Optional.of(state) : Optional.empty();
    }
}
