package stemma.store.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Query;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// Other programs, interrupts, a full disk and a store that is closed while it works.
@Timeout(60)
class H2TroubleTest {
    private static final VersionLabel V1 = VersionLabel.FIRST;

    @TempDir
    Path folder;

    private Store open(String name) {
        return new H2StoreDriver().open(StoreUri.of("h2", folder.resolve(name).toString()), Opening.at(Clock.systemUTC()));
    }

    private static NewVersion first(String id) {
        return NewVersion.first(new PromptId(id), V1, Content.plain("text of " + id), "ada", "");
    }

    @AfterEach
    void makeRoom() {
        FullDisk.FULL.set(false);
    }

    @Test
    void theSuffixMayBeGivenAndFoldersAreMade() throws IOException {
        try (Store store = open("new folder/ünïcode & 100%/prompts")) {
            store.append(first("a"));
        }
        try (Store store = open("new folder/ünïcode & 100%/prompts.mv.db")) {
            assertThat(store.find(new PromptId("a"))).isPresent();
            assertThat(store.count().bytes().orElseThrow()).isPositive();
        }
        try (var files = Files.list(folder.resolve("new folder/ünïcode & 100%"))) {
            assertThat(files).extracting(Path::getFileName).containsExactly(Path.of("prompts.mv.db"));
        }
    }

    @Test
    void aPathThatH2WouldMisreadIsRefused() {
        assertThatThrownBy(() -> open("a;TRACE_LEVEL_FILE=3"))
                .isInstanceOf(StoreException.Unsupported.class)
                .hasMessageContaining("semicolon");
        assertThatThrownBy(() -> new H2StoreDriver().open(StoreUri.of("h2", " "), Opening.at(Clock.systemUTC())))
                .isInstanceOf(StoreException.Unsupported.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatAnInterruptedCreationLeftIsUsedOrReplaced() throws IOException {
        Files.write(folder.resolve("prompts.new.mv.db"), new byte[5000]);
        try (Store store = open("prompts")) {
            store.append(first("a"));
        }
        assertThat(folder.resolve("prompts.new.mv.db")).doesNotExist();
    }

    @Test
    void aStoreIsOpenedOnlyOnceAtATime() {
        try (Store store = open("prompts")) {
            store.append(first("a"));
            assertThatThrownBy(() -> open("prompts"))
                    .isInstanceOf(StoreException.Unreachable.class)
                    .hasMessageContaining("open in another program");
            assertThat(store.find(new PromptId("a"))).isPresent();
        }
    }

    @Test
    void aFileOpenInAnotherProcessIsToldAndLeftAlone() throws Exception {
        StoreUri uri = StoreUri.of("h2", folder.resolve("prompts").toString());
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "stemma.store.KilledWriter",
                        uri.toString(),
                        "1")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = other.inputReader()) {
            other.getOutputStream().write('\n');
            other.getOutputStream().flush();
            assertThat(said.readLine()).startsWith("try");
            assertThatThrownBy(() -> open("prompts"))
                    .isInstanceOf(StoreException.Unreachable.class)
                    .hasMessageContaining("open in another program")
                    .hasMessageContaining("prompts.mv.db");
            assertThat(said.readLine()).isNotNull();
        } finally {
            other.destroyForcibly().waitFor();
        }
        open("prompts").close();
    }

    @Test
    void anInterruptedCallerIsServedAndStaysInterrupted() {
        try (Store store = open("prompts")) {
            Thread.currentThread().interrupt();
            store.append(first("a"));
            assertThat(store.get(new PromptId("a"), V1).content()).isEqualTo(Content.plain("text of a"));
            assertThat(Thread.interrupted()).isTrue();
            Thread.currentThread().interrupt();
        }
        assertThat(Thread.interrupted()).as("closing keeps the interrupt too").isTrue();
    }

    @Test
    void noInterruptReachesTheDatabase() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        try (Store store = open("prompts")) {
            List<Thread> callers = new ArrayList<>();
            List<Throwable> problems = new ArrayList<>();
            for (int caller = 0; caller < 4; caller++) {
                String name = "caller" + caller + "/";
                callers.add(Thread.ofPlatform().start(() -> {
                    try {
                        for (int i = 0; !enough.get(); i++) {
                            store.append(first(name + i));
                            store.get(new PromptId(name + i), V1);
                        }
                    } catch (Throwable e) {
                        problems.add(e);
                    }
                }));
            }
            long end = System.nanoTime() + 700_000_000L;
            while (System.nanoTime() < end) {
                callers.forEach(Thread::interrupt);
                Thread.onSpinWait();
            }
            enough.set(true);
            for (Thread caller : callers) {
                caller.join();
            }
            assertThat(problems).isEmpty();
            assertThat(store.check().problems()).isEmpty();
        }
    }

    @Test
    void closingWaitsForCallsAndKeepsWhatTheyWrote() throws Exception {
        Store store = open("prompts");
        int callers = 6;
        List<Integer> written = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(callers)) {
            List<Future<Integer>> futures = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                String name = "caller" + caller + "/";
                Callable<Integer> work = () -> {
                    for (int i = 0; ; i++) {
                        try {
                            store.append(first(name + i));
                        } catch (StoreException.Closed e) {
                            return i;
                        }
                    }
                };
                futures.add(threads.submit(work));
            }
            Thread.sleep(150);
            store.close();
            for (Future<Integer> future : futures) {
                written.add(future.get());
            }
        }
        try (Store again = open("prompts")) {
            long all = written.stream().mapToInt(Integer::intValue).sum();
            assertThat(again.count().versions()).isEqualTo(all);
            assertThat(again.check().problems()).isEmpty();
        }
    }

    @Test
    void aFullDiskIsToldAndTheStoreGoesOnWhenThereIsRoom() {
        FilePath.register(new FullDisk());
        Path file = folder.resolve("prompts");
        StoreUri uri = StoreUri.of("h2", file.toString());
        try (Store store = new H2Database(uri, "full:", file).open(Clock.systemUTC())) {
            store.append(first("before"));
            for (int round = 0; round < 3; round++) {
                String late = "late" + round;
                FullDisk.FULL.set(true);
                assertThatThrownBy(() -> store.append(first(late)))
                        .isInstanceOf(StoreException.Unreachable.class)
                        .hasMessageContaining("No space left")
                        .hasCauseInstanceOf(Exception.class);
                assertThat(store.find(new PromptId("before"))).isPresent();
                FullDisk.FULL.set(false);
                assertThat(store.find(new PromptId(late))).isEmpty();
                store.append(first(late));
                assertThat(store.check().problems()).isEmpty();
            }
        }
        try (Store store = open("prompts")) {
            assertThat(store.list(Query.all()).items()).hasSize(4);
            assertThat(store.check().problems()).isEmpty();
        }
    }

    @Test
    void aSearchFindsWhatStandsAcrossTheRowsOfALongText() {
        String needle = "NEEDLE in a haystack ".repeat(50);
        String hay = "日本語👩‍👩‍👧 hay ".repeat(40_000);
        try (Store store = open("prompts")) {
            for (int at : new int[] {0, 299_990, 399_000, 399_999, 400_001, hay.length() - 40}) {
                int place = Character.isLowSurrogate(hay.charAt(at)) ? at + 1 : at;
                Content content = Content.plain(hay.substring(0, place) + needle + at + "!" + hay.substring(place));
                PromptId id = new PromptId("at-" + at);
                store.append(NewVersion.first(id, V1, content, "", ""));
                assertThat(store.get(id, V1).content()).isEqualTo(content);
                assertThat(store.list(Query.all().withText(needle.toLowerCase() + at + "!")).items())
                        .singleElement()
                        .satisfies(summary -> assertThat(summary.id()).isEqualTo(id));
            }
            assertThatThrownBy(() -> store.list(Query.all().withText("x".repeat(200_000))))
                    .isInstanceOf(StoreException.Invalid.class);
            assertThat(store.check().problems()).isEmpty();
        }
    }

    @Test
    void aTitleTooLongForTheStoreIsRefusedWhole() {
        try (Store store = open("prompts")) {
            Content content = Content.plain("x").withTitle("t".repeat(500_000));
            assertThatThrownBy(() -> store.append(NewVersion.first(new PromptId("a"), V1, content, "", "")))
                    .isInstanceOf(StoreException.Invalid.class);
            assertThat(store.find(new PromptId("a"))).isEmpty();
        }
    }

    @Test
    void aBulkAppendThatFailsKeepsWholeVersionsOnly() {
        try (Store store = open("prompts")) {
            List<NewVersion> versions = new ArrayList<>();
            for (int i = 0; i < 2_500; i++) {
                versions.add(first("p" + i));
            }
            versions.add(new NewVersion(
                    new PromptId("p1"), Optional.empty(), V1, Content.plain("x"), "", "", Set.of(), Optional.empty()));
            assertThatThrownBy(() -> store.appendAll(versions)).isInstanceOf(StoreException.Conflict.class);
            assertThat(store.count().prompts()).isEqualTo(2_000);
            assertThat(store.check().problems()).isEmpty();
        }
    }
}
