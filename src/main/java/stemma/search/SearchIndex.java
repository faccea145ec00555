package stemma.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.AlreadyClosedException;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.VersionLabel;
import stemma.store.Page;
import stemma.store.Query;
import stemma.store.Store;
import stemma.store.StoreException;

/// The full-text index of one store. It is brought up to date by comparing it with the store, one prompt or all of
/// them, so it does not matter what happened to the store meanwhile and by whom.
///
/// What is typed is taken as words that must all be found, whatever their case and accents, in a prompt's id, title,
/// tags and text; a "quoted phrase" is found as it stands; the last word may be the beginning of a longer one. There is
/// no text that cannot be searched for.
///
/// Safe for concurrent use; searching goes on while prompts are indexed. Threads that write must not be interrupted.
/// When the index cannot be used, every call throws [SearchUnavailableException].
public final class SearchIndex implements AutoCloseable {
    private static final int PAGE = 2_000;
    private static final long VERSIONS_BETWEEN_COMMITS = 20_000;
    private static final int PROMPTS_BETWEEN_REPORTS = 50;
    /// So many candidates are looked at for each hit, since the versions of one prompt resemble each other.
    private static final int CANDIDATES = 20;
    private static final int MAX_CANDIDATES = 5_000;
    /// No prompt takes more of the hits than this while others match too.
    private static final int HITS_OF_ONE_PROMPT = 3;

    private final IndexFolder folder;
    private final Store store;
    private final Analyzer analyzer = new Words();
    /// Held while a prompt is compared and written.
    private final Object writing = new Object();
    private volatile IndexFolder.Engines engines;

    private SearchIndex(IndexFolder folder, Store store) throws IOException {
        this.folder = folder;
        this.store = store;
        this.engines = folder.open(analyzer);
    }

    /// Hears how far indexing is and says whether it shall stop.
    public interface Progress {
        /// @param fraction how much is done, from 0 to 1
        /// @param versions how many versions were indexed
        void report(double fraction, long versions);

        boolean isCancelled();

        /// Nobody listens and nobody cancels.
        Progress NONE = new Progress() {
            @Override
            public void report(double fraction, long versions) {}

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
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

    /// Whether nothing is indexed, so that a first [#catchUp] will take its time.
    public boolean isEmpty() {
        return guarded(() -> engines.heads().search(searcher -> searcher.getIndexReader().numDocs() == 0));
    }

    /// How many versions can be found.
    public long size() {
        return guarded(() -> engines.versions().search(searcher -> (long) searcher.getIndexReader().numDocs()));
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
        return guarded(() -> engines.heads().search(searcher -> {
            Engine.visitPrompts(searcher, query.filter(searcher.getIndexReader()), prompt -> {
                found.add(new PromptId(prompt));
                return found.size() < limit;
            });
            return found;
        }));
    }

    /// Versions that match, the best first, with the place where they do. Of one prompt's versions no more than three
    /// are told as long as other prompts match too.
    ///
    /// @param limit how many to find at most
    /// @return empty when nothing is typed
    public List<Hit> find(String typed, Scope scope, int limit) {
        Typed query = Typed.parse(typed, analyzer);
        if (query.isEmpty() || limit < 1) {
            return List.of();
        }
        Engine engine = scope == Scope.HEADS ? engines.heads() : engines.versions();
        List<Key> keys = guarded(() -> engine.search(searcher -> best(searcher, query, limit)));
        List<Hit> hits = new ArrayList<>();
        for (Key key : keys) {
            try {
                hits.add(Snippets.hit(store.get(key.prompt(), key.label()), query, analyzer));
            } catch (StoreException.NotFound | StoreException.Corrupt e) {
                // Deleted since, or not to be read: nothing to show.
                continue;
            }
        }
        return hits;
    }

    private record Key(PromptId prompt, VersionLabel label) {}

    private static List<Key> best(IndexSearcher searcher, Typed typed, int limit) throws IOException {
        int candidates = (int) Math.min((long) limit * CANDIDATES, Math.max(limit, MAX_CANDIDATES));
        IndexReader reader = searcher.getIndexReader();
        if (reader.numDocs() == 0) {
            return List.of();
        }
        List<Key> chosen = new ArrayList<>();
        List<Key> others = new ArrayList<>();
        Map<PromptId, Integer> counts = new HashMap<>();
        for (ScoreDoc found : searcher.search(typed.scored(reader), candidates).scoreDocs) {
            Key key = new Key(
                    new PromptId(Engine.value(searcher, found.doc, Documents.PROMPT)),
                    new VersionLabel(Engine.value(searcher, found.doc, Documents.LABEL)));
            boolean few = counts.merge(key.prompt(), 1, Integer::sum) <= HITS_OF_ONE_PROMPT;
            (few ? chosen : others).add(key);
            if (chosen.size() == limit) {
                return chosen;
            }
        }
        chosen.addAll(others.subList(0, Math.min(others.size(), limit - chosen.size())));
        return chosen;
    }

    /// Brings one prompt up to date, whatever happened to it: new versions, other tags, deletion. Of a rename, both ids
    /// are refreshed. Found by searches when the call returns.
    ///
    /// @throws StoreException when the store cannot be read
    public void refresh(PromptId prompt) {
        guarded(() -> {
            synchronized (writing) {
                // What catching up has just written must be seen, or it would be written twice.
                engines.show();
                Optional<PromptSummary> summary = store.find(prompt);
                Comparison comparison = new Comparison(store, engines);
                if (summary.isPresent()) {
                    comparison.update(summary.get(), () -> false);
                } else {
                    comparison.remove(prompt);
                }
                engines.show();
            }
            return prompt;
        });
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
                engines.abandon();
                engines = folder.openAnew(analyzer);
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
            engines.commit();
            return true;
        });
    }

    private final class CatchUp {
        private final Progress progress;
        private long versions;
        private long versionsAtCommit;

        CatchUp(Progress progress) {
            this.progress = progress;
        }

        boolean run() throws IOException {
            engines.show();
            Map<String, Long> indexed = indexed();
            Set<String> gone = new HashSet<>(indexed.keySet());
            long done = 0;
            Page<PromptSummary> page;
            do {
                page = store.list(Query.all().withPage((int) done, PAGE));
                for (PromptSummary summary : page.items()) {
                    gone.remove(summary.id().value());
                    if (done % PROMPTS_BETWEEN_REPORTS == 0) {
                        progress.report((double) done / Math.max(1, page.total()), versions);
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
            progress.report(1, versions);
            return true;
        }

        private Map<String, Long> indexed() throws IOException {
            return engines.heads().search(searcher -> {
                Map<String, Long> fingerprints = new HashMap<>();
                Engine.visit(searcher, new MatchAllDocsQuery(), (prompt, _, fingerprint) -> {
                    fingerprints.put(prompt, fingerprint);
                    return true;
                });
                return fingerprints;
            });
        }

        private void update(PromptSummary summary) throws IOException {
            synchronized (writing) {
                versions += new Comparison(store, engines).update(summary, progress::isCancelled);
            }
            if (versions - versionsAtCommit >= VERSIONS_BETWEEN_COMMITS) {
                versionsAtCommit = versions;
                engines.commit();
                engines.show();
            }
        }

        private void end() throws IOException {
            engines.commit();
            engines.show();
        }
    }

    @Override
    public void close() {
        synchronized (writing) {
            try {
                engines.close();
            } catch (IOException | RuntimeException e) {
                abandon();
            }
        }
    }

    private void abandon() {
        try {
            engines.abandon();
        } catch (IOException e) {
            throw IndexFolder.unavailable(folder.path(), e);
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
