package stemma.transfer.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.prompt.PromptId;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.store.postgres.PostgresServer;
import stemma.transfer.AllPrompts;
import stemma.transfer.JsonLinesExport;
import stemma.transfer.Progress;
import stemma.transfer.drift.DriftReport;

/// Histories of chance go through one store after another and come out unchanged.
class CopyChainTest {
    private static final CopyOptions ADDING = new CopyOptions(false, false, "copier");

    @TempDir
    Path folder;

    private final List<Store> chain = new ArrayList<>();

    @BeforeEach
    void openStores() {
        Stream.of(
                        StoreUri.of("memory", "first"),
                        StoreUri.of("file", folder.resolve("folder").toString()),
                        StoreUri.of("h2", folder.resolve("database").toString()),
                        PostgresServer.shared().freshWorkspace(),
                        StoreUri.of("memory", "last"))
                .map(Stores.discovered()::open)
                .forEach(chain::add);
    }

    @AfterEach
    void closeStores() {
        chain.forEach(Store::close);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void nothingIsLostOnTheWayThroughEveryStore(int seed) throws IOException {
        Random random = new Random(seed);
        RandomHistories.fill(chain.getFirst(), new Random(seed), 60);
        for (int i = 1; i < chain.size(); i++) {
            Store from = chain.get(i - 1);
            Store to = chain.get(i);
            int patience = 1 + random.nextInt(20);
            while (copy(from, to, new StopAfter(patience)).cancelled()) {
                patience += 1 + random.nextInt(40);
                assertThat(to.check().problems()).isEmpty();
            }
            assertSame(from, to);
            assertNothingToDo(from, to);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8})
    void whatIsAppendedAndPromotedLaterFollows(int seed) throws IOException {
        Store from = chain.getFirst();
        RandomHistories.fill(from, new Random(seed), 40);
        for (Store to : chain.subList(1, chain.size())) {
            copy(from, to, Progress.NONE);
        }
        for (PromptId id : AllPrompts.ids(from, Progress.NONE)) {
            Growth.appendAndPromote(from, id);
        }
        for (Store to : chain.subList(1, chain.size())) {
            copy(from, to, Progress.NONE);
            assertSame(from, to);
            assertNothingToDo(from, to);
        }
    }

    private static CopySummary copy(Store from, Store to, Progress progress) {
        List<CopyItem> items = new ArrayList<>();
        CopySummary summary =
                new StoreCopy(from, to, ADDING).run(AllPrompts.ids(from, Progress.NONE), items::add, progress);
        assertThat(items)
                .filteredOn(item -> item.outcome() == Outcome.CONFLICT || item.outcome() == Outcome.FAILED)
                .isEmpty();
        return summary;
    }

    static void assertSame(Store from, Store to) throws IOException {
        assertThat(lines(to)).isEqualTo(lines(from));
        for (PromptId id : AllPrompts.ids(from, Progress.NONE)) {
            assertThat(moves(to, id)).isEqualTo(moves(from, id));
        }
        assertThat(to.check().problems()).isEmpty();
        assertThat(new DriftReport(from, to).run(_ -> {}, Progress.NONE).isEqual()).isTrue();
    }

    private static void assertNothingToDo(Store from, Store to) throws IOException {
        String before = lines(to);
        int history = to.history(Optional.empty(), 0, 1_000_000).items().size();
        CopySummary again = copy(from, to, Progress.NONE);
        assertThat(again.count(Outcome.ADDED)).isZero();
        assertThat(again.count(Outcome.CHANGED)).isZero();
        assertThat(lines(to)).isEqualTo(before);
        assertThat(to.history(Optional.empty(), 0, 1_000_000).items()).hasSize(history);
    }

    private static List<StageMoves.Move> moves(Store store, PromptId id) {
        List<String> labels =
                store.versions(id).stream().map(info -> info.label().value()).toList();
        return StageMoves.read(store, id, label -> Optional.of(label).filter(l -> labels.contains(l.value()))).moves();
    }

    private static String lines(Store store) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JsonLinesExport(store).run(out, AllPrompts.ids(store, Progress.NONE), Progress.NONE);
        return out.toString(StandardCharsets.UTF_8);
    }

    /// Cancels when it was asked so often.
    private static final class StopAfter implements Progress {
        private int questions;

        StopAfter(int questions) {
            this.questions = questions;
        }

        @Override
        public void report(double fraction, long count) {}

        @Override
        public boolean isCancelled() {
            return questions-- <= 0;
        }
    }
}
