package stemma.store.gojson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stemma.files.DurableFiles;
import stemma.files.FolderLock;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Version;
import stemma.prompt.VersionLabel;
import stemma.store.Health;
import stemma.store.HeldPrompt;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// A folder, its index and the right to change it. To be used by one thread at a time.
final class GoFolder<F> {
    /// Neither loom nor go-prompty looks at a file of this name.
    static final String LOCK = ".stemma-lock";

    private final StoreUri store;
    private final Path root;
    private final Layout<F> layout;
    private final Journal journal;
    private final FolderFiles<F> files;
    private @Nullable Index index;
    private SortedMap<PromptId, HeldPrompt> told = new TreeMap<>();
    private boolean wasThere;

    @FunctionalInterface
    interface Write<T> {
        T run(Index index, Edits edits);
    }

    GoFolder(StoreUri store, Path root, Layout<F> layout, Consumer<String> observer) {
        this.store = store;
        this.root = root;
        this.layout = layout;
        this.journal = new Journal(store, root, observer);
        this.files = new FolderFiles<>(root, layout);
    }

    /// The index, up to date.
    Index read() throws IOException {
        if (journal.isInterrupted() && Files.isWritable(root)) {
            try (FolderLock _ = lock()) {
                journal.recover();
            } catch (StoreException.Corrupt | IOException e) {
                // told by the check and by every write; the rest of the folder can be read all the same
            }
        }
        try (AutoCloseableLock _ = lockForReading()) {
            return refreshed();
        }
    }

    private interface AutoCloseableLock extends AutoCloseable {
        @Override
        void close();
    }

    private AutoCloseableLock lockForReading() throws IOException {
        Optional<FolderLock> taken = FolderLock.takeForReading(root.resolve(LOCK));
        return () -> taken.ifPresent(FolderLock::close);
    }

    private FolderLock lock() throws IOException {
        return FolderLock.take(root.resolve(LOCK));
    }

    private Index refreshed() throws IOException {
        boolean there = Files.isDirectory(root);
        if (wasThere && !there) {
            throw new StoreException.Unreachable(store, Sentence.of("the folder is not there any more."));
        }
        wasThere |= there;
        Index known = index;
        if (!files.refresh() && known != null) {
            return known;
        }
        Index fresh = layout.index(files.seen());
        index = fresh;
        return fresh;
    }

    /// Changes files in one step.
    <T> T write(Write<T> action) throws IOException {
        DurableFiles.createFolders(root);
        try (FolderLock _ = lock()) {
            journal.recover();
            Index now = refreshed();
            for (Path leftover : files.leftovers()) {
                Files.deleteIfExists(leftover);
            }
            Edits edits = new Edits(store, root, now.broken());
            try {
                T result = action.run(now, edits);
                List<Edits.Step> steps = edits.steps();
                journal.commit(steps);
                files.refresh(steps.stream().map(Edits.Step::path).filter(layout::concerns).toList());
                return result;
            } finally {
                // The action may have changed the index.
                index = layout.index(files.seen());
            }
        }
    }

    /// Finds out what a change would bring about, and writes nothing. The action must leave the index as it is.
    <T> T tryOut(Write<T> action) throws IOException {
        Index now = read();
        return action.run(now, new Edits(store, root, now.broken()));
    }

    /// The index as it was last read.
    Index index() throws IOException {
        Index known = index;
        return known == null ? read() : known;
    }

    /// Prompts that are not as they were when this was last asked.
    Set<PromptId> changes() throws IOException {
        SortedMap<PromptId, HeldPrompt> now = index().prompts();
        Set<PromptId> changed = new TreeSet<>();
        now.forEach((id, prompt) -> {
            HeldPrompt before = told.get(id);
            if (before == null || !same(before, prompt)) {
                changed.add(id);
            }
        });
        told.keySet().stream().filter(id -> !now.containsKey(id)).forEach(changed::add);
        told = now;
        return changed;
    }

    private static boolean same(HeldPrompt before, HeldPrompt now) {
        return before == now || before.stages().equals(now.stages()) && entries(before).equals(entries(now));
    }

    private static List<Map.Entry<VersionLabel, Version>> entries(HeldPrompt prompt) {
        return List.copyOf(prompt.versions().entrySet());
    }

    List<Health.Problem> problems() throws IOException {
        List<Health.Problem> problems = new ArrayList<>(index().problems());
        if (journal.isInterrupted()) {
            problems.add(new Health.Problem(
                    Journal.FILE, Sentence.of("a change was interrupted and could not be finished or taken back")));
        }
        return problems;
    }

    long bytes() {
        return files.bytes();
    }

    /// What keeps the folder from being written to, as far as that can be told without trying: itself, the folder that it
    /// would be made in, or its lock file.
    static Optional<Path> unwritable(Path root) {
        Path nearest = Files.exists(root) || root.getParent() == null ? root : root.getParent();
        if (!Files.isWritable(nearest)) {
            return Optional.of(nearest);
        }
        Path lock = root.resolve(LOCK);
        return Files.exists(lock) && !Files.isWritable(lock) ? Optional.of(lock) : Optional.empty();
    }
}
