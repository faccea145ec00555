package stemma.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.store.AlreadyClosedException;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Version;
import stemma.store.Page;
import stemma.store.Query;
import stemma.store.Store;
import stemma.store.StoreException;

/// The full-text index of one store: of each prompt, the newest version. It is brought up to date by comparing it with
/// the store, one prompt or all of them, so it does not matter what happened to the store meanwhile and by whom.
///
/// What is typed is taken as words that must all be found, whatever their case and accents, in a prompt's id, title,
/// tags and text; a "quoted phrase" is found as it stands; the last word may be the beginning of a longer one. There is
/// no text that cannot be searched for.
///
/// Safe for concurrent use; searching goes on while prompts are indexed. Threads that write must not be interrupted.
/// When the index cannot be used, every call throws [SearchUnavailableException].
public final class SearchIndex implements AutoCloseable {
    private static final int PAGE = 2_000;
    private static final long PROMPTS_BETWEEN_COMMITS = 2_000;
    private static final int PROMPTS_BETWEEN_REPORTS = 50;

    private final IndexFolder folder;
    private final Store store;
    private final Analyzer analyzer = new Words();
    /// Held while a prompt is read and written.
    private final Object writing = new Object();
    private volatile Engine engine;

    private SearchIndex(IndexFolder folder, Store store) throws IOException {
        this.folder = folder;
        this.store = store;
        this.engine = folder.open(analyzer);
    }

    /// Hears how far indexing is and says whether it shall stop.
    public interface Progress {
        /// @param fraction how much is done, from 0 to 1
        /// @param prompts how many prompts were indexed
        void report(double fraction, long prompts);

        /// Whether to stop soon. Asked before each prompt, on the thread that indexes.
        boolean isCancelled();
    }

    /// Opens the index of a store. An index that is missing, of another format or unreadable becomes an empty one;
    /// [#catchUp] fills it.
    ///
    /// @param folder the index's own folder; everything in it belongs to the index
    /// @throws SearchUnavailableException when another program has it open, or the folder cannot be written
    public static SearchIndex open(Path folder, Store store) {
        try {
            return new SearchIndex(new IndexFolder(folder), store);
        } catch (IOException e) {
            throw IndexFolder.unavailable(folder, e);
        }
    }

    /// Prompts whose newest version matches: what narrows a list while its user types.
    ///
    /// @param limit how many to find at most
    /// @return in no order; empty when nothing is typed
    public Set<PromptId> promptsMatching(String typed, int limit) {
        Typed query = Typed.parse(typed, analyzer);
        Set<PromptId> found = new LinkedHashSet<>();
        if (query.isEmpty() || limit < 1) {
            return found;
        }
        return guarded(() -> engine.search(searcher -> {
            Engine.visitPrompts(searcher, query.filter(searcher.getIndexReader()), prompt -> {
                found.add(new PromptId(prompt));
                return found.size() < limit;
            });
            return found;
        }));
    }

    /// Brings one prompt up to date, whatever happened to it: a new version, other tags, deletion. Of a rename, both ids
    /// are refreshed. Found by searches when the call returns.
    ///
    /// @throws StoreException when the store cannot be read
    public void refresh(PromptId prompt) {
        guarded(() -> {
            synchronized (writing) {
                Optional<PromptSummary> summary = store.find(prompt);
                if (summary.isPresent()) {
                    write(summary.get());
                } else {
                    engine.writer().deleteDocuments(Documents.prompt(prompt));
                }
                engine.show();
            }
            return prompt;
        });
    }

    /// @return whether there was something to write; what cannot be read now stays as it was indexed
    private boolean write(PromptSummary summary) throws IOException {
        Version head;
        try {
            head = store.get(summary.id(), summary.head());
        } catch (StoreException.NotFound | StoreException.Corrupt e) {
            return false;
        }
        engine.writer()
                .updateDocument(
                        Documents.prompt(summary.id()), Documents.of(head, Documents.fingerprint(summary)));
        return true;
    }

    /// Compares every prompt with the store and indexes what is not as it is there. What was done so far is kept when
    /// it is cancelled or the program ends; the next time goes on from there.
    ///
    /// @return whether all is up to date now; false when it was cancelled
    /// @throws StoreException when the store cannot be read
    public boolean catchUp(Progress progress) {
        return guarded(() -> new CatchUp(progress).run());
    }

    /// Throws everything away and indexes the store anew.
    ///
    /// @return as [#catchUp]
    /// @throws StoreException when the store cannot be read
    public boolean rebuild(Progress progress) {
        synchronized (writing) {
            try {
                engine.abandon();
                engine = folder.openAnew(analyzer);
            } catch (IOException e) {
                throw IndexFolder.unavailable(folder.path(), e);
            }
        }
        return catchUp(progress);
    }

    /// Makes what was indexed survive the end of the program. Costs a forced write; what is not kept is indexed again
    /// by the next [#catchUp].
    public void commit() {
        guarded(() -> {
            engine.commit();
            return true;
        });
    }

    private final class CatchUp {
        private final Progress progress;
        private long written;

        CatchUp(Progress progress) {
            this.progress = progress;
        }

        boolean run() throws IOException {
            engine.show();
            Map<String, Long> indexed = indexed();
            Set<String> gone = new HashSet<>(indexed.keySet());
            long done = 0;
            Page<PromptSummary> page;
            do {
                page = store.list(Query.all().withPage((int) done, PAGE));
                for (PromptSummary summary : page.items()) {
                    gone.remove(summary.id().value());
                    if (done % PROMPTS_BETWEEN_REPORTS == 0) {
                        progress.report((double) done / Math.max(1, page.total()), written);
                    }
                    done++;
                    if (progress.isCancelled()) {
                        end();
                        return false;
                    }
                    Long known = indexed.get(summary.id().value());
                    if (known == null || known != Documents.fingerprint(summary)) {
                        update(summary);
                    }
                }
            } while (!page.isLast() && !page.items().isEmpty());
            gone.forEach(id -> refresh(new PromptId(id)));
            end();
            progress.report(1, written);
            return true;
        }

        private Map<String, Long> indexed() throws IOException {
            return engine.search(searcher -> {
                Map<String, Long> fingerprints = new HashMap<>();
                Engine.visit(searcher, new MatchAllDocsQuery(), (prompt, fingerprint) -> {
                    fingerprints.put(prompt, fingerprint);
                    return true;
                });
                return fingerprints;
            });
        }

        private void update(PromptSummary summary) throws IOException {
            boolean isWritten;
            synchronized (writing) {
                isWritten = write(summary);
            }
            if (isWritten && ++written % PROMPTS_BETWEEN_COMMITS == 0) {
                end();
            }
        }

        private void end() throws IOException {
            engine.commit();
            engine.show();
        }
    }

    @Override
    public void close() {
        synchronized (writing) {
            try {
                engine.close();
            } catch (IOException | RuntimeException e) {
                engine.abandon();
            }
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    /// A damaged index shows itself in many ways; all of them become one.
    private <T> T guarded(Work<T> work) {
        try {
            return work.run();
        } catch (StoreException | SearchUnavailableException e) {
            throw e;
        } catch (AlreadyClosedException e) {
            throw new SearchUnavailableException("The search index is closed.", e);
        } catch (IOException e) {
            throw IndexFolder.unavailable(folder.path(), e);
        } catch (UncheckedIOException | IllegalStateException | IllegalArgumentException | IndexOutOfBoundsException
                | NegativeArraySizeException | NullPointerException | ArithmeticException e) {
            throw new SearchUnavailableException(
                    "The search index in " + folder.path() + " is damaged: " + e.getMessage(), e);
        }
    }
}
