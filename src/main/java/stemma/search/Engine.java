package stemma.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The Lucene index with its writer, its current view and the lock of its folder. Safe for concurrent use.
final class Engine implements AutoCloseable {
    private static final double BUFFER_MEGABYTES = 8;

    /// Lucene recommends JVM options on standard error; held here because loggers are collected otherwise.
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    static {
        if (LUCENE.getLevel() == null) {
            LUCENE.setLevel(Level.SEVERE);
        }
    }

    private final FolderLock lock;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /// What is done with a view.
    interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    /// Hears of a document.
    interface Visitor {
        /// @return whether to go on
        boolean visit(String prompt, long fingerprint);
    }

    /// @param lock let go of by closing; the caller's still when this fails
    /// @throws org.apache.lucene.store.LockObtainFailedException when another program writes there
    Engine(Path folder, Analyzer analyzer, FolderLock lock) throws IOException {
        this.lock = lock;
        directory = FSDirectory.open(folder);
        IndexWriter opened = null;
        try {
            opened = new IndexWriter(
                    directory,
                    new IndexWriterConfig(analyzer)
                            .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                            .setCommitOnClose(true));
            writer = opened;
            searchers = new SearcherManager(writer, new PlainSearchers());
        } catch (IOException | RuntimeException e) {
            if (opened != null) {
                opened.rollback();
            }
            directory.close();
            throw e;
        }
    }

    /// Without a cache: what is typed is hardly ever the same twice.
    private static final class PlainSearchers extends SearcherFactory {
        @Override
        public IndexSearcher newSearcher(IndexReader reader, IndexReader previous) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            return searcher;
        }
    }

    IndexWriter writer() {
        return writer;
    }

    /// Lets searches see what was written.
    void show() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    void commit() throws IOException {
        writer.commit();
    }

    <T> T search(Search<T> search) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return search.in(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /// Visits what matches, in no order.
    static void visit(IndexSearcher searcher, Query query, Visitor visitor) throws IOException {
        each(searcher, query, reader -> {
            BinaryDocValues prompts = reader.getBinaryDocValues(Documents.PROMPT);
            NumericDocValues fingerprints = reader.getNumericDocValues(Documents.FINGERPRINT);
            return at -> !prompts.advanceExact(at)
                    || !fingerprints.advanceExact(at)
                    || visitor.visit(text(prompts.binaryValue()), fingerprints.longValue());
        });
    }

    /// Visits the prompts of what matches, in no order.
    ///
    /// @param visitor tells whether to go on
    static void visitPrompts(IndexSearcher searcher, Query query, Predicate<String> visitor) throws IOException {
        each(searcher, query, reader -> {
            BinaryDocValues prompts = reader.getBinaryDocValues(Documents.PROMPT);
            return at -> !prompts.advanceExact(at) || visitor.test(text(prompts.binaryValue()));
        });
    }

    /// Prepares for the documents of a segment.
    private interface Opening {
        Step open(LeafReader reader) throws IOException;
    }

    /// Takes a document.
    private interface Step {
        /// @return whether to go on
        boolean take(int document) throws IOException;
    }

    private static void each(IndexSearcher searcher, Query query, Opening opening) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null && !each(scorer.iterator(), leaf.reader().getLiveDocs(), opening.open(leaf.reader()))) {
                return;
            }
        }
    }

    private static boolean each(DocIdSetIterator matches, @Nullable Bits live, Step step) throws IOException {
        for (int at = matches.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = matches.nextDoc()) {
            if ((live == null || live.get(at)) && !step.take(at)) {
                return false;
            }
        }
        return true;
    }

    private static String text(BytesRef bytes) {
        return new String(bytes.bytes, bytes.offset, bytes.length, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        try (lock;
                directory) {
            searchers.close();
            if (writer.isOpen()) {
                writer.close();
            }
        }
    }

    /// Closes whatever state it is in, keeping nothing since the last commit.
    void abandon() {
        try (lock;
                directory) {
            searchers.close();
            writer.rollback();
        } catch (IOException | RuntimeException e) {
            LUCENE.log(Level.FINE, "an index that is thrown away could not be closed", e);
        }
    }
}
