package stemma.ui.shell;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import stemma.prompt.PromptId;
import stemma.search.IndexKeeper;
import stemma.search.SearchIndex;
import stemma.search.SearchUnavailableException;
import stemma.settings.Home;
import stemma.store.Store;
import stemma.ui.browser.TextSearch;
import stemma.ui.common.Messages;
import stemma.ui.common.Tasks;

/// The text index of the open store, kept up to date in the background. Until it is there, and where it cannot be,
/// nothing is found by text and everything else goes on. [#find] may be called on any thread.
final class TextIndex implements TextSearch, AutoCloseable {
    /// More prompts than anybody looks through.
    private static final int LIMIT = 100_000;

    private static final int ATTEMPTS = 20;
    private static final int ATTEMPT_PAUSE_MILLIS = 500;

    /// The list and the tabs of last time come first.
    private static final Duration STARTS_AFTER = Duration.ofSeconds(2);

    private final Store store;
    private final Path folder;
    private final Tasks tasks;
    private volatile @Nullable SearchIndex index;
    private volatile @Nullable IndexKeeper keeper;
    private volatile boolean closed;
    private volatile boolean ready;

    TextIndex(Store store, Home home, Tasks tasks) {
        this.store = store;
        this.folder = home.indexes()
                .resolve(UUID.nameUUIDFromBytes(store.uri().toString().getBytes(StandardCharsets.UTF_8))
                        .toString());
        this.tasks = tasks;
    }

    /// Begins to index soon. Called when the list of prompts is on the screen.
    ///
    /// @param onReady called when every text can be found
    void start(Runnable onReady) {
        tasks.later(STARTS_AFTER, () -> {
            if (!closed) {
                index(onReady);
            }
        });
    }

    private void index(Runnable onReady) {
        tasks.run(
                Messages.text("search.indexing"),
                progress -> {
                    work(progress, onReady);
                    return true;
                },
                _ -> {},
                e -> {
                    if (!closed) {
                        System.getLogger(TextIndex.class.getName())
                                .log(System.Logger.Level.WARNING, "texts cannot be searched", e);
                    }
                });
    }

    private void work(Tasks.Progress progress, Runnable onReady) throws InterruptedException {
        try (SearchIndex opened = open();
                IndexKeeper follower = new IndexKeeper(opened, store)) {
            index = opened;
            keeper = follower;
            if (!closed) {
                follower.work(new Reporting(progress, onReady));
            }
        } finally {
            index = null;
        }
    }

    /// A store that was just closed may hold its index for some moments more.
    private SearchIndex open() throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return SearchIndex.open(folder, store);
            } catch (SearchUnavailableException e) {
                if (attempt == ATTEMPTS || closed) {
                    throw e;
                }
                Thread.sleep(ATTEMPT_PAUSE_MILLIS);
            }
        }
    }

    @Override
    public Set<PromptId> find(String typed) {
        SearchIndex opened = index;
        if (opened == null) {
            return Set.of();
        }
        try {
            return opened.promptsMatching(typed, LIMIT);
        } catch (SearchUnavailableException e) {
            System.getLogger(TextIndex.class.getName()).log(System.Logger.Level.WARNING, "texts cannot be searched", e);
            return Set.of();
        }
    }

    /// Whether every text can be found.
    boolean isReady() {
        return ready;
    }

    @Override
    public void close() {
        closed = true;
        IndexKeeper follower = keeper;
        if (follower != null) {
            follower.close();
        }
    }

    /// Tells the first catching up as progress, and its end.
    private final class Reporting implements SearchIndex.Progress {
        private final Tasks.Progress progress;
        private final Runnable onReady;

        Reporting(Tasks.Progress progress, Runnable onReady) {
            this.progress = progress;
            this.onReady = onReady;
        }

        @Override
        public void report(double fraction, long prompts) {
            progress.report(fraction, Long.toString(prompts));
            if (fraction >= 1 && !ready) {
                ready = true;
                tasks.onFxThread(onReady);
            }
        }

        @Override
        public boolean isCancelled() {
            return progress.isCancelled();
        }
    }
}
