package stemma.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stemma.prompt.Content;
import stemma.prompt.Message;
import stemma.prompt.PromptId;
import stemma.prompt.Version;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.ForwardingStore;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.memory.MemoryStoreDriver;

class SearchIndexTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-01T12:00:00Z"), ZoneOffset.UTC);
    private static final PromptId GREETING = new PromptId("support/greeting");
    private static final PromptId REVIEW = new PromptId("engineering/code_review");

    @TempDir
    Path folder;

    private final Store store = new MemoryStoreDriver().open(StoreUri.of("memory", "test"), Opening.at(CLOCK));
    private SearchIndex index;

    @BeforeEach
    void open() {
        index = SearchIndex.open(folder.resolve("index"), store);
    }

    @AfterEach
    void close() {
        index.close();
        store.close();
    }

    @Test
    void newestVersionsAreFoundAndOlderOnesAreNot() {
        save(GREETING, "1.0.0", "Welcome the customer warmly.");
        save(GREETING, "1.1.0", "Welcome the customer briefly.");
        index.catchUp(new Counting());

        assertThat(index.promptsMatching("briefly", 10)).containsExactly(GREETING);
        assertThat(index.promptsMatching("warmly", 10)).isEmpty();
        assertThat(index.promptsMatching("customer", 10)).containsExactly(GREETING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "refund                | true",
        "REFUND ship           | true",
        "refund shipping zebra | false",
        "refu                  | true",
        "`refu `               | false",
        "refu promise          | false",
        "promise refu          | true",
        "\"never promise\"     | true",
        "\"promise never\"     | false",
        "\"never prom          | true",
        "cafe                  | true",
        "CAFÉ                  | true",
        "strasse               | true",
        "support/greet         | true",
        "greeting              | true",
        "customer_name         | true",
        "name                  | true",
        "hello title           | true",
        "multi-ling            | true",
        "日本                   | true",
        "本語                   | true",
        "日語                   | false",
        "テスト                 | true",
        "안녕                   | true",
        "녕하                   | true",
        "😀                     | true",
        "!!                    | false",
        "\"\"                  | false",
        "\"                    | false",
        "refund !!             | true",
    })
    void wordsAreFoundAsAnAuthorExpects(String typed, boolean found) {
        store.append(new NewVersion(
                GREETING, Optional.empty(), new VersionLabel("1.0.0"),
                Content.chat(
                                new Message("system", "Never promise a refund or free shipping."),
                                new Message(
                                        "user",
                                        "{{customer_name}} in the cafe\u0301, Straße: 日本語のテスト 안녕하세요 😀"))
                        .withTitle("Hello title"),
                "ada", "", Set.of("multi-lingual"), Optional.empty()));
        index.catchUp(new Counting());
        assertThat(index.promptsMatching(typed, 10)).hasSize(found ? 1 : 0);
    }

    @Test
    void aPhraseDoesNotReachFromOneMessageIntoTheNext() {
        store.append(NewVersion.first(GREETING, new VersionLabel("1.0.0"), Content.chat(
                new Message("system", "ends here"), new Message("user", "begins now")), "", ""));
        index.catchUp(new Counting());
        assertThat(index.promptsMatching("\"here begins\"", 10)).isEmpty();
        assertThat(index.promptsMatching("here begins", 10)).hasSize(1);
    }

    @Test
    void aSavedVersionIsFoundAtOnce() {
        save(GREETING, "1.0.0", "one");
        index.refresh(GREETING);
        assertThat(index.promptsMatching("one", 10)).hasSize(1);
        save(GREETING, "1.1.0", "two");
        index.refresh(GREETING);
        assertThat(index.promptsMatching("one", 10)).isEmpty();
        assertThat(index.promptsMatching("two", 10)).hasSize(1);
    }

    @Test
    void tagsDeletionsAndRenamesAreFollowed() {
        save(GREETING, "1.0.0", "one");
        save(GREETING, "1.1.0", "two");
        index.refresh(GREETING);

        store.setTags(GREETING, new VersionLabel("1.1.0"), Set.of("launched"));
        index.refresh(GREETING);
        assertThat(index.promptsMatching("launched", 10)).containsExactly(GREETING);

        store.deleteVersion(GREETING, new VersionLabel("1.1.0"), Act.by("", ""));
        index.refresh(GREETING);
        assertThat(index.promptsMatching("two", 10)).isEmpty();
        assertThat(index.promptsMatching("one", 10)).hasSize(1);

        PromptId renamed = new PromptId("sales/hello");
        store.rename(GREETING, renamed, Act.by("", ""));
        index.refresh(GREETING);
        index.refresh(renamed);
        assertThat(index.promptsMatching("one", 10)).containsExactly(renamed);

        store.deletePrompt(renamed, Act.by("", ""));
        index.refresh(renamed);
        assertThat(index.promptsMatching("one", 10)).isEmpty();
    }

    @Test
    void whatChangedWhileTheIndexWasClosedIsCaughtUpAndNothingElse() {
        for (int i = 0; i < 20; i++) {
            save(new PromptId("p" + i), "1.0.0", "old");
        }
        assertThat(index.catchUp(new Counting())).isTrue();
        index.close();

        save(new PromptId("p3"), "1.1.0", "new");
        save(new PromptId("p20"), "1.0.0", "new");
        store.deletePrompt(new PromptId("p4"), Act.by("", ""));
        store.setTags(new PromptId("p5"), new VersionLabel("1.0.0"), Set.of("fresh"));
        open();
        Counting progress = new Counting();
        assertThat(index.catchUp(progress)).isTrue();

        assertThat(progress.prompts).isEqualTo(3);
        assertThat(index.promptsMatching("new", 10)).hasSize(2);
        assertThat(index.promptsMatching("fresh", 10)).hasSize(1);
        assertThat(index.promptsMatching("old", 100)).hasSize(18);
        assertThat(index.promptsMatching("p4", 10)).isEmpty();
    }

    @Test
    void aCancelledCatchUpGoesOnTheNextTime() {
        for (int i = 0; i < 300; i++) {
            save(new PromptId("p" + i), "1.0.0", "text");
        }
        Counting some = new Counting();
        some.cancelAt = 100;
        assertThat(index.catchUp(some)).isFalse();
        long found = index.promptsMatching("text", 1_000).size();
        assertThat(found).isBetween(100L, 200L);
        index.close();
        open();
        Counting rest = new Counting();
        assertThat(index.catchUp(rest)).isTrue();
        assertThat(rest.prompts).isEqualTo(300 - found);
        assertThat(index.promptsMatching("text", 1_000)).hasSize(300);
    }

    @Test
    void aDamagedIndexIsMadeAnew() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 8; round++) {
            save(new PromptId("p" + round), "1.0.0", "text number " + round);
            index.catchUp(new Counting());
            index.close();
            damage(random, round);
            open();
            IndexKeeper keeper = new IndexKeeper(index, store);
            keeper.work(new Counting() {
                @Override
                public void report(double fraction, long prompts) {
                    if (fraction == 1) {
                        keeper.close();
                    }
                }
            });
            assertThat(index.promptsMatching("text", 100)).hasSize(round + 1);
        }
    }

    private void damage(Random random, int round) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder.resolve("index"))) {
            files = walk.filter(Files::isRegularFile).filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            if (round % 4 == 0) {
                Files.delete(file);
            } else if (round % 4 == 1) {
                Files.write(file, List.of("nothing of the kind"));
            } else if (round % 4 == 2 && bytes.length > 0) {
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            } else if (bytes.length > 0) {
                bytes[random.nextInt(Math.min(20, bytes.length))]++;
                Files.write(file, bytes);
            }
        }
    }

    @Test
    void whatAnOlderFormatLeftIsDeleted() throws IOException {
        index.close();
        Path versions = Files.createDirectories(folder.resolve("index").resolve("versions"));
        Files.writeString(versions.resolve("segments_1"), "of all versions");
        Files.writeString(folder.resolve("index").resolve("format.txt"), "stemma search index, format 1, lucene 10");
        open();
        save(GREETING, "1.0.0", "one");
        index.catchUp(new Counting());
        assertThat(versions).doesNotExist();
        assertThat(index.promptsMatching("one", 1)).hasSize(1);
    }

    @Test
    void onlyNewestVersionsAreRead() {
        save(GREETING, "1.0.0", "one");
        save(GREETING, "1.1.0", "two");
        List<VersionLabel> read = new ArrayList<>();
        Store watched = new ForwardingStore() {
            @Override
            protected Store store() {
                return store;
            }

            @Override
            public Version get(PromptId prompt, VersionLabel label) {
                read.add(label);
                return super.get(prompt, label);
            }
        };
        try (SearchIndex ofWatched = SearchIndex.open(folder.resolve("watched"), watched)) {
            ofWatched.catchUp(new Counting());
        }
        assertThat(read).containsExactly(new VersionLabel("1.1.0"));
    }

    @Test
    void anIndexInUseIsSaidToBeInUse() {
        assertThatThrownBy(() -> SearchIndex.open(folder.resolve("index"), store))
                .isInstanceOf(SearchUnavailableException.class)
                .hasMessageContaining("Another program uses the search index");
        save(GREETING, "1.0.0", "still works");
        index.refresh(GREETING);
        assertThat(index.promptsMatching("works", 1)).hasSize(1);
    }

    @Test
    void anIndexInUseIsNeverThrownAwayByAnotherProgramOfAnotherFormat() throws IOException {
        save(GREETING, "1.0.0", "still works");
        index.refresh(GREETING);
        Files.delete(folder.resolve("index").resolve("format.txt"));
        assertThatThrownBy(() -> SearchIndex.open(folder.resolve("index"), store))
                .isInstanceOf(SearchUnavailableException.class);
        index.commit();
        assertThat(index.promptsMatching("works", 1)).hasSize(1);
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidToBeUnusable() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> SearchIndex.open(file, store)).isInstanceOf(SearchUnavailableException.class);
    }

    @Test
    void aClosedIndexSaysSo() {
        index.close();
        index.close();
        assertThatThrownBy(() -> index.promptsMatching("x", 1)).isInstanceOf(SearchUnavailableException.class);
        assertThatThrownBy(() -> index.refresh(GREETING)).isInstanceOf(SearchUnavailableException.class);
    }

    @Test
    void onlyTheIndexIsDeletedFromItsFolder() throws IOException {
        Path other = Files.writeString(folder.resolve("index").resolve("note.md"), "mine");
        save(GREETING, "1.0.0", "one");
        assertThat(index.rebuild(new Counting())).isTrue();
        assertThat(other).exists();
        assertThat(index.promptsMatching("one", 1)).hasSize(1);
    }

    @Test
    void nothingThatCanBeTypedFails() {
        save(GREETING, "1.0.0",
                "Some text 漢字 with \"quotes\" and (brackets) a\\b c:d e~f g* h? [i] {j} k^l m-n +o /p/ 😀");
        index.catchUp(new Counting());
        Random random = new Random(11);
        String pieces = "ab \"*?:~^()[]{}\\/+-!&|\uD83D\uDE00\uD800漢\u0301\u0000\n\tAND OR NOT";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int j = random.nextInt(20); j > 0; j--) {
                typed.append(random.nextInt(10) == 0
                        ? (char) random.nextInt(0x10000)
                        : pieces.charAt(random.nextInt(pieces.length())));
            }
            index.promptsMatching(typed.toString(), 10);
        }
        index.promptsMatching("word ".repeat(10_000), 5);
        index.promptsMatching("x".repeat(100_000), 5);
    }

    @Test
    void searchesGoOnWhilePromptsAreIndexed() throws Exception {
        for (int i = 0; i < 150; i++) {
            save(new PromptId("p" + i), "1.0.0", "common word " + i);
        }
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> searches = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                searches.add(threads.submit(() -> {
                    while (!done.get()) {
                        index.promptsMatching("common wo", 5);
                        index.promptsMatching("com", 1_000);
                        LockSupport.parkNanos(1_000_000);
                    }
                }));
            }
            searches.add(threads.submit(() -> {
                for (int i = 0; i < 15; i++) {
                    PromptId id = new PromptId("p" + i);
                    save(id, "1.1.0", "common word again");
                    index.refresh(id);
                }
            }));
            index.catchUp(new Counting());
            searches.getLast().get();
            done.set(true);
            for (Future<?> search : searches) {
                search.get();
            }
        }
        index.catchUp(new Counting());
        assertThat(index.promptsMatching("common", 1_000)).hasSize(150);
        assertThat(index.promptsMatching("again", 1_000)).hasSize(15);
    }

    @Test
    void theKeeperFollowsTheStore() throws Exception {
        IndexKeeper keeper = new IndexKeeper(index, store);
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            save(GREETING, "1.0.0", "before");
            Future<?> work = thread.submit(() -> keeper.work(new Counting()));
            await(() -> index.promptsMatching("before", 1).size() == 1);
            save(GREETING, "1.1.0", "after");
            await(() -> index.promptsMatching("after", 1).size() == 1);
            PromptId renamed = new PromptId("renamed");
            store.rename(GREETING, renamed, Act.by("", ""));
            await(() -> index.promptsMatching("after", 2).equals(Set.of(renamed)));
            keeper.close();
            work.get();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long giveUpAt = System.nanoTime() + 20_000_000_000L;
        while (true) {
            try {
                if (condition.getAsBoolean()) {
                    return;
                }
            } catch (SearchUnavailableException e) {
                assertThat(e).hasMessageContaining("closed");
            }
            assertThat(System.nanoTime()).isLessThan(giveUpAt);
            Thread.sleep(10);
        }
    }

    @Test
    void nothingIsPrinted() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(stream);
            System.setErr(stream);
            save(GREETING, "1.0.0", "silent");
            index.rebuild(new Counting());
            index.promptsMatching("silent", 1);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private void save(PromptId prompt, String label, String text) {
        Optional<VersionLabel> base = store.find(prompt).map(summary -> summary.head());
        store.append(new NewVersion(
                prompt, base, new VersionLabel(label), Content.plain(text), "ada", "", Set.of(), Optional.empty()));
    }

    private static class Counting implements SearchIndex.Progress {
        private long prompts;
        private long cancelAt = Long.MAX_VALUE;

        @Override
        public void report(double fraction, long count) {
            prompts = count;
        }

        @Override
        public boolean isCancelled() {
            return prompts >= cancelAt;
        }
    }
}
