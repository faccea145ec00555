package stemma.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import stemma.prompt.HistoryEntry.StageMoved;
import stemma.prompt.PromptId;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Store;
import stemma.store.StoreChange;
import stemma.store.StoreUri;

/// Several stores, processes and other programs on one folder.
class SharedFolderTest extends FolderFixture {
    private static final PromptId SHARED = new PromptId("shared/prompt");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void twoStoresOfOneProcessSeeEachOtherAtOnce() throws Exception {
        Path link = root.resolveSibling(root.getFileName() + "-link");
        Files.createSymbolicLink(link, root);
        try {
            Store one = open();
            Store two = open(StoreUri.of("file", link.toString()));
            List<StoreChange> told = new CopyOnWriteArrayList<>();
            two.watch(told::add);
            three(one);
            assertThat(labels(two, GREETING)).hasSize(3);
            assertThat(told).contains(StoreChange.of(GREETING));
            one.close();
            append(two, GREETING, "1.2.0", "2.0.0", "after the other one closed");
            assertThat(text(two, GREETING, "2.0.0")).startsWith("after");
        } finally {
            Files.delete(link);
        }
    }

    @Test
    void twoProcessesLoseNothing() throws Exception {
        Store store = open();
        Process other = OtherWriter.start(root, "other", 25);
        try {
            OtherWriter.write(store, "this", 25);
            assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue()).isZero();
        } finally {
            other.destroyForcibly();
        }
        store.close();
        Store again = open();
        List<VersionInfo> versions = again.versions(SHARED);
        assertThat(versions).hasSize(50);
        Map<String, Long> byAuthor =
                versions.stream().collect(Collectors.groupingBy(VersionInfo::author, Collectors.counting()));
        assertThat(byAuthor).containsEntry("this", 25L).containsEntry("other", 25L);
        for (int i = 0; i + 1 < versions.size(); i++) {
            assertThat(versions.get(i).parent()).contains(versions.get(i + 1).label());
        }
        Optional<VersionLabel> holds = Optional.empty();
        for (var entry : again.history(Optional.of(SHARED), 0, 1000).items().reversed()) {
            assertThat(((StageMoved) entry).from()).isEqualTo(holds);
            holds = ((StageMoved) entry).to();
        }
        assertThat(again.check().problems()).isEmpty();
        assertThat(again.outsideEdits().find()).isEmpty();
    }

    @Test
    void whatOtherProgramsWriteIsToldWithinASecond() throws Exception {
        Store store = open();
        three(store);
        List<StoreChange> told = new CopyOnWriteArrayList<>();
        store.watch(told::add);
        // The watch begins in the background.
        Thread.sleep(200);

        write("support/greeting/v2.0.0.md", "by hand");
        within(SECOND, () -> told.contains(StoreChange.of(GREETING))
                && labels(store, GREETING).getFirst().equals("2.0.0"));

        told.clear();
        write("new/deep/folder/v1.0.0.md", "a new prompt");
        PromptId fresh = new PromptId("new/deep/folder");
        within(SECOND, () -> told.contains(StoreChange.of(fresh)) && store.find(fresh).isPresent());

        told.clear();
        write("support/greeting/v1.0.0.md", "changed");
        within(SECOND, () -> told.contains(StoreChange.of(GREETING)));

        told.clear();
        write("support/greeting/stages.txt", "staging: 1.0.0\n");
        within(SECOND, () -> !store.find(GREETING).orElseThrow().stages().isEmpty());

        Files.move(file("new"), file("moved"));
        within(SECOND, () -> ids(store).contains("moved/deep/folder") && !ids(store).contains("new/deep/folder"));
        write("moved/deep/folder/v1.1.0.md", "in the moved folder");
        within(SECOND, () -> labels(store, new PromptId("moved/deep/folder")).size() == 2);

        told.clear();
        for (String name : List.of("moved/deep/folder/v1.0.0.md", "moved/deep/folder/v1.1.0.md")) {
            Files.delete(file(name));
        }
        within(SECOND, () -> !ids(store).contains("moved/deep/folder"));
    }

    @Test
    void ownWritesAreNotToldTwice() throws Exception {
        Store store = open();
        three(store);
        Thread.sleep(700);
        List<StoreChange> told = new CopyOnWriteArrayList<>();
        store.watch(told::add);
        append(store, GREETING, "1.2.0", "2.0.0", "mine");
        Thread.sleep(600);
        assertThat(told).containsExactly(StoreChange.of(GREETING));
    }

    @Test
    void aSecondProcessIsSeenWithinASecond() throws Exception {
        Store store = open();
        three(store);
        Process other = OtherWriter.start(root, "other", 1);
        assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        within(SECOND, () -> store.find(SHARED).isPresent()
                && !store.find(SHARED).orElseThrow().stages().isEmpty());
    }

    @Test
    void anInterruptedCallerWritesAllTheSame() throws Exception {
        Store store = open();
        Thread.currentThread().interrupt();
        three(store);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(labels(store, GREETING)).hasSize(3);
    }

    private static void within(Duration time, BooleanSupplier wanted) throws InterruptedException {
        long giveUpAt = System.nanoTime() + time.toNanos() * 3;
        long start = System.nanoTime();
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(giveUpAt);
            Thread.sleep(10);
        }
        System.getLogger("test").log(System.Logger.Level.DEBUG, "seen after {0} ns", System.nanoTime() - start);
    }
}
