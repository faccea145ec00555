package stemma.store.gojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.Capability;
import stemma.store.NewVersion;
import stemma.store.Promotion;
import stemma.store.Query;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.Subscription;

/// What holds for every folder of another program: changes are one step, others' writes are noticed, nothing hostile
/// in it keeps the rest from working.
public abstract class GoFolderContract {
    protected static final PromptId GREETING = new PromptId("greeting");
    protected static final PromptId OTHER = new PromptId("other");

    @TempDir
    protected Path above;

    protected Path root;
    protected Store store;

    protected abstract Layout<?> layout();

    /// The label of the version that is appended as the nth.
    protected abstract VersionLabel label(int number);

    /// Where that version of [#GREETING] is.
    private Path file(int number) {
        return root.resolve(layout().path(GREETING, label(number)));
    }

    @BeforeEach
    void openFolder() {
        root = above.resolve("store");
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    protected final Store open() {
        return open("", _ -> {});
    }

    private Store open(String options, Consumer<String> observer) {
        StoreUri uri = StoreUri.parse("folder:" + root + options);
        return new GoFolderStore<>(uri, Clock.systemUTC(), root, layout(), observer);
    }

    protected final void append(Store to, int number, String text) {
        Optional<VersionLabel> base = number == 1 ? Optional.empty() : Optional.of(label(number - 1));
        to.append(new NewVersion(
                GREETING, base, label(number), Content.plain(text), "ada", "", Set.of("t"), Optional.empty()));
    }

    protected final void promote(Store in, Optional<VersionLabel> from, int to) {
        in.promote(new Promotion(GREETING, Stage.PRODUCTION, from, Optional.of(label(to)), Act.by("ada", "")));
    }

    protected final String text(int number) {
        return store.get(GREETING, label(number)).content().messages().getFirst().text();
    }

    private void three() {
        append(store, 1, "one");
        append(store, 2, "two");
        append(store, 3, "three");
        promote(store, Optional.empty(), 2);
    }

    // --- one step ---

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private String state() {
        try (Store opened = open()) {
            assertThat(opened.check().problems()).isEmpty();
            return opened.list(Query.all()).items().stream()
                    .map(PromptSummary::id)
                    .map(id -> opened.find(id).orElseThrow().stages() + opened.versions(id).toString())
                    .collect(Collectors.joining("\n"))
                    .replaceAll("createdAt=[^,]*", "");
        }
    }

    private Map<Path, byte[]> bytes() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).collect(Collectors.toMap(Function.identity(), file -> {
                try {
                    return Files.readAllBytes(file);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
    }

    private void put(Map<Path, byte[]> bytes) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
        for (Map.Entry<Path, byte[]> file : bytes.entrySet()) {
            Files.createDirectories(file.getKey().getParent());
            Files.write(file.getKey(), file.getValue());
        }
    }

    private void killedAtEveryStep(Consumer<Store> write) throws IOException {
        three();
        store.close();
        Map<Path, byte[]> saved = bytes();
        String before = state();
        AtomicInteger steps = new AtomicInteger();
        try (Store counting = open("", _ -> steps.incrementAndGet())) {
            write.accept(counting);
        }
        String whole = state();
        assertThat(whole).isNotEqualTo(before);
        for (int killAt = 1; killAt <= steps.get(); killAt++) {
            put(saved);
            AtomicInteger left = new AtomicInteger(killAt);
            try (Store killed = open("", _ -> {
                if (left.decrementAndGet() == 0) {
                    throw new Killed();
                }
            })) {
                assertThatThrownBy(() -> write.accept(killed)).isInstanceOf(Killed.class);
            }
            assertThat(state()).as("killed at step " + killAt).isIn(before, whole);
        }
    }

    @Test
    void aKilledAppendIsThereWhollyOrNotAtAll() throws Exception {
        killedAtEveryStep(killed -> append(killed, 4, "four"));
    }

    @Test
    void aKilledPromotionHappenedOrNot() throws Exception {
        killedAtEveryStep(killed -> promote(killed, Optional.of(label(2)), 3));
    }

    @Test
    void aKilledDeletionHappenedOrNot() throws Exception {
        killedAtEveryStep(killed -> killed.deleteVersion(GREETING, label(2), Act.by("ada", "")));
    }

    @Test
    void aKilledDeletionOfAPromptHappenedOrNot() throws Exception {
        killedAtEveryStep(killed -> killed.deletePrompt(GREETING, Act.by("ada", "")));
    }

    @Test
    void aKilledRenamingHappenedOrNot() throws Exception {
        killedAtEveryStep(killed -> killed.rename(GREETING, OTHER, Act.by("ada", "")));
    }

    @Test
    void anInterruptedChangeIsTakenBackWhenAnotherProgramWroteMeanwhile() throws Exception {
        three();
        store.close();
        AtomicInteger step = new AtomicInteger();
        try (Store killed = open("", path -> {
            if (step.incrementAndGet() == 3) {
                throw new Killed();
            }
        })) {
            assertThatThrownBy(() -> killed.rename(GREETING, OTHER, Act.by("ada", ""))).isInstanceOf(Killed.class);
        }
        String another = Files.readString(file(3)).replace("three", "by another program");
        Files.writeString(file(3), another);
        store = open();
        assertThat(store.find(OTHER)).isEmpty();
        assertThat(store.versions(GREETING)).hasSize(3);
        assertThat(text(3)).isEqualTo("by another program");
        assertThat(Files.readString(file(3))).isEqualTo(another);
    }

    @Test
    void aDamagedJournalIsToldAndKeepsOnlyWritesOut() throws Exception {
        three();
        Files.writeString(root.resolve(Journal.FILE), "[{\"path\": \"../../etc/passwd\"}]");
        assertThat(text(1)).isEqualTo("one");
        assertThat(store.check().problems()).extracting("where").contains(Journal.FILE);
        assertThatThrownBy(() -> append(store, 4, "four")).isInstanceOf(StoreException.Corrupt.class);
    }

    @Test
    void whatAKilledWriterLeftIsRemovedByTheNextWrite() throws Exception {
        append(store, 1, "one");
        Path left = file(1).resolveSibling(".77-1.stemma-tmp");
        Files.writeString(left, "half");
        assertThat(store.check().problems()).isEmpty();
        append(store, 2, "two");
        assertThat(left).doesNotExist();
    }

    @Test
    void aFileThatChangedSinceItWasReadIsNotOverwritten() throws Exception {
        append(store, 1, "one");
        StoreUri uri = StoreUri.of("folder", root.toString());
        String path = layout().path(GREETING, label(1));
        Edits edits = new Edits(uri, root, Map.of());
        edits.write(path, edits.readExisting(path));
        edits.delete(path);
        Files.writeString(file(1), "{}");
        assertThatThrownBy(() -> new Journal(uri, root, _ -> {}).commit(edits.steps()))
                .isInstanceOf(StoreException.Conflict.class)
                .hasMessageContaining(path);
        assertThat(file(1)).hasContent("{}");
    }

    // --- others ---

    @Test
    void whatAnotherProgramWritesIsSeenByTheNextCall() throws Exception {
        append(store, 1, "one");
        for (int round = 0; round < 20; round++) {
            String now = "text " + (char) ('a' + round);
            Files.writeString(file(1), Files.readString(file(1)).replaceAll("one|text .", now));
            assertThat(text(1)).isEqualTo(now);
        }
        Files.delete(file(1));
        assertThat(store.find(GREETING)).isEmpty();
    }

    @Test
    void watchersAreToldWhatAnotherProgramWrites() throws Exception {
        append(store, 1, "one");
        CountDownLatch told = new CountDownLatch(1);
        try (Subscription _ = store.watch(change -> {
            if (change.prompt().equals(Optional.of(GREETING)) && text(1).equals("by hand")) {
                told.countDown();
            }
        })) {
            Files.writeString(file(1), Files.readString(file(1)).replace("one", "by hand"));
            assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void twoProcessesDoNotOverwriteEachOther() {
        append(store, 1, "one");
        try (Store second = open()) {
            append(second, 2, "two");
            assertThatThrownBy(() -> store.append(NewVersion.onTop(
                            GREETING, label(1), new VersionLabel("9.9.9"), Content.plain("mine"), "", "")))
                    .isInstanceOf(StoreException.Conflict.class);
            append(store, 3, "three");
            assertThat(second.versions(GREETING)).extracting(VersionInfo::label)
                    .containsExactly(label(3), label(2), label(1));
        }
    }

    @Test
    void openedForReadingNothingIsWritten() throws Exception {
        append(store, 1, "one");
        Map<Path, byte[]> before = bytes();
        try (Store reading = open("?readonly=true", _ -> {})) {
            assertThat(reading.capabilities()).containsExactly(Capability.WATCH_OTHERS);
            assertThat(reading.versions(GREETING)).hasSize(1);
            assertThat(reading.check().writable()).isFalse();
            assertThatThrownBy(() -> append(reading, 2, "two")).isInstanceOf(StoreException.Unsupported.class);
        }
        assertThat(bytes().keySet()).isEqualTo(before.keySet());
    }

    @Test
    void openingAndReadingAMissingFolderCreatesNothing() {
        assertThat(store.list(Query.all()).items()).isEmpty();
        assertThat(root).doesNotExist();
    }

    @Test
    void aFolderThatIsGoneIsUnreachable() throws Exception {
        append(store, 1, "one");
        put(Map.of());
        Files.deleteIfExists(root);
        assertThatThrownBy(() -> store.list(Query.all())).isInstanceOf(StoreException.Unreachable.class);
    }

    // --- hostile files ---

    @Test
    void whateverAFileHoldsTheRestWorks() throws Exception {
        three();
        byte[] good = Files.readAllBytes(file(2));
        Random random = new Random(42);
        for (int round = 0; round < 300; round++) {
            byte[] bad = mutated(good, random);
            Files.write(file(2), bad);
            String described = new String(bad, StandardCharsets.UTF_8);
            try {
                store.get(GREETING, label(2));
            } catch (StoreException.Corrupt | StoreException.NotFound e) {
                assertThat(e.getMessage()).as(described).isNotBlank();
                assertThat(store.check().problems()).as(described).isNotEmpty();
            }
            assertThat(text(1)).isEqualTo("one");
            assertThat(text(3)).isEqualTo("three");
        }
        Files.write(file(2), good);
        assertThat(text(2)).isEqualTo("two");
        assertThat(store.check().problems()).isEmpty();
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] bad = good.clone();
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bad, random.nextInt(bad.length));
            case 1 -> {
                byte[] noise = new byte[random.nextInt(1, 2000)];
                random.nextBytes(noise);
                yield noise;
            }
            case 2 -> {
                String[] values = {"null", "{}", "[]", "7", "-1e999", "\"\"", "true", "\"\\ud800\"", "[[[[{}]]]]"};
                String text = new String(bad, StandardCharsets.UTF_8);
                String[] lines = text.split("\n");
                int line = random.nextInt(lines.length);
                lines[line] = lines[line].replaceFirst(": .*?(,?)$", ": " + values[random.nextInt(values.length)]
                        .replace("\\", "\\\\") + "$1");
                yield String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
            }
            default -> {
                for (int i = random.nextInt(1, 8); i > 0; i--) {
                    bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
                }
                yield bad;
            }
        };
    }

    /// Such as a failed unpacking leaves.
    @Test
    void aFolderInPlaceOfTheRecordOfStagesIsToldAndNotTakenForNone() throws Exception {
        three();
        Path record = root.resolve(layout().stagesPath(GREETING));
        Files.move(record, above.resolve("record"));
        Files.createDirectory(record);
        assertThat(store.check().problems())
                .extracting(problem -> problem.toString())
                .anySatisfy(problem -> assertThat(problem).contains("no ordinary file"));
        assertThatThrownBy(() -> store.inStage(GREETING, Stage.PRODUCTION)).isInstanceOf(StoreException.Corrupt.class);
        Files.delete(record);
        Files.move(above.resolve("record"), record);
        assertThat(store.check().problems()).isEmpty();
        assertThat(store.inStage(GREETING, Stage.PRODUCTION)).isPresent();
    }

    @Test
    void aFileOfBinaryDeepOrHugeContentIsToldAndLeftAlone() throws Exception {
        append(store, 1, "one");
        append(store, 2, "two");
        String deep = "{\"a\":".repeat(100_000);
        for (String bad : List.of("", "nonsense", "{\"x\":1}", "[]", "null", "\u0000\u0001", deep)) {
            Files.writeString(file(2), bad);
            assertThatThrownBy(() -> store.get(GREETING, label(2)))
                    .isInstanceOf(StoreException.Corrupt.class)
                    .hasMessageContaining(layout().path(GREETING, label(2)));
            assertThat(text(1)).isEqualTo("one");
            assertThat(store.check().problems()).hasSize(1);
            assertThat(file(2)).hasContent(bad);
        }
        try (var channel = Files.newByteChannel(
                file(2), StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            channel.position(FolderFiles.MOST_BYTES);
            channel.write(ByteBuffer.wrap(new byte[1]));
        }
        assertThatThrownBy(() -> store.get(GREETING, label(2)))
                .isInstanceOf(StoreException.Corrupt.class)
                .hasMessageContaining("64 MB");
        Files.delete(file(2));
        Files.createSymbolicLink(file(2), above.resolve("elsewhere"));
        assertThatThrownBy(() -> store.get(GREETING, label(2))).isInstanceOf(StoreException.Corrupt.class);
    }
}
