package stemma.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stemma.prompt.HistoryEntry.StageMoved;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.Opening;
import stemma.store.Promotion;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.memory.MemoryStoreDriver;
import stemma.transfer.ImportReport.Kind;
import stemma.transfer.ImportReport.Problem;

class JsonLinesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-01T12:00:00Z"), ZoneOffset.UTC);
    private static final PromptId HELLO = new PromptId("demo/hello");
    private static final VersionLabel V1 = new VersionLabel("1.0.0");
    private static final VersionLabel V2 = new VersionLabel("1.1.0");

    private static final String FIRST =
            "{\"prompt\": \"demo/hello\", \"version\": \"1.0.0\", \"content\": \"Hello {{name}}\"}";
    private static final String SECOND =
            "{\"prompt\": \"demo/hello\", \"version\": \"1.1.0\", \"content\": \"Good day {{name}}\"}";

    private static final String RICH = """
            {"prompt": "demo/chat", "version": "2.0.0-rc.1", "createdAt": "2026-02-03T04:05:06.123456+02:00", \
            "author": "Ada", "message": "Zwölf\\nLines", "tags": ["b", "a"], "stages": ["production", "qa"], \
            "title": "A chat", "description": "Talks.", "syntax": "jinja2", "messages": \
            [{"role": "system", "text": "You are {{ persona }}.\\r\\n"}, {"role": "user", "content": "😀 {{ q }}"}], \
            "variables": [{"name": "persona", "type": "string", "required": false, "default": "kind"}, \
            {"name": "q"}], "examples": [{"input": {"q": "Hi?"}, "output": "Hi!"}], \
            "config": {"temperature": 0.70, "model": "large"}, "metadata": {"owner": null}}""";

    @TempDir
    Path folder;

    private final Store store = emptyStore();

    private static Store emptyStore() {
        return new MemoryStoreDriver().open(StoreUri.of("memory", "test"), Opening.at(CLOCK));
    }

    @Test
    void everyMemberArrives() throws IOException {
        ImportReport report = importLines(RICH);
        Version version = store.get(new PromptId("demo/chat"), new VersionLabel("2.0.0-rc.1"));

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.problems()).isEmpty();
        assertThat(version.info().createdAt()).isEqualTo(Instant.parse("2026-02-03T02:05:06.123456Z"));
        assertThat(version.info().author()).isEqualTo("Ada");
        assertThat(version.info().message()).isEqualTo("Zwölf\nLines");
        assertThat(version.info().tags()).containsExactly("a", "b");
        assertThat(version.info().stages()).containsExactly(new Stage("qa"), Stage.PRODUCTION);
        assertThat(version.content().messages()).hasSize(2);
        assertThat(version.content().messages().get(1).text()).isEqualTo("😀 {{ q }}");
        assertThat(version.content().syntax()).isEqualTo("jinja2");
        assertThat(version.content().config().compact()).isEqualTo("{\"temperature\": 0.70, \"model\": \"large\"}");
        assertThat(version.content().variables()).hasSize(2);
        assertThat(version.content().examples()).hasSize(1);
    }

    @Test
    void stageMovesAreRecordedAsTheLineTellsThem() throws IOException {
        importLines(RICH);
        StageMoved moved = (StageMoved) store.history(Optional.empty(), 0, 10).items().getFirst();
        assertThat(moved.why()).isEqualTo("Imported");
        assertThat(moved.who()).isEqualTo("Ada");
        assertThat(moved.at()).isEqualTo(Instant.parse("2026-02-03T02:05:06.123456Z"));
        assertThat(moved.from()).isEmpty();
    }

    @Test
    void versionsFollowEachOtherInTheOrderOfTheFile() throws IOException {
        importLines(FIRST, SECOND);
        assertThat(store.versions(HELLO)).extracting(VersionInfo::label).containsExactly(V2, V1);
        assertThat(store.versions(HELLO).getFirst().parent()).contains(V1);
    }

    @Test
    void importingAgainAddsNothing() throws IOException {
        importLines(FIRST, SECOND, RICH);
        byte[] before = export(store);
        ImportReport again = importLines(FIRST, SECOND, RICH);
        assertThat(again).isEqualTo(new ImportReport(0, 3, 0, 0, 0, List.of(), false));
        assertThat(export(store)).isEqualTo(before);
        assertThat(store.history(Optional.empty(), 0, 10).total()).isEqualTo(2);
    }

    @Test
    void theSameLineTwiceIsThereAlready() throws IOException {
        ImportReport report = importLines(FIRST, FIRST);
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.alreadyThere()).isEqualTo(1);
    }

    @Test
    void newVersionsGoOnTopOfWhatIsThere() throws IOException {
        importLines(FIRST);
        ImportReport report = importLines(FIRST, SECOND);
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.alreadyThere()).isEqualTo(1);
        assertThat(store.versions(HELLO)).extracting(VersionInfo::label).containsExactly(V2, V1);
    }

    @Test
    void aLabelWithOtherContentIsAConflictWithItsLine() throws IOException {
        importLines(FIRST);
        ImportReport report = importLines("", FIRST.replace("Hello", "Howdy"), SECOND, SECOND.replace("day", "bye"));
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.conflicts()).isEqualTo(2);
        assertThat(report.problems()).extracting(Problem::line).containsExactly(2L, 4L);
        assertThat(report.problems().getFirst().what())
                .hasToString("version 1.0.0 of \"demo/hello\" is there already with other content");
        assertThat(store.get(HELLO, V1).content().messages().getFirst().text()).isEqualTo("Hello {{name}}");
    }

    @Test
    void aStageThatHoldsAnotherVersionIsLeftAndTold() throws IOException {
        importLines(FIRST);
        store.promote(new Promotion(HELLO, Stage.PRODUCTION, Optional.empty(), Optional.of(V1), Act.by("", "")));
        ImportReport report = importLines(with(SECOND, "\"stages\": [\"production\", \"staging\"]"));
        assertThat(report.notes()).isEqualTo(1);
        assertThat(report.problems().getFirst())
                .isEqualTo(new Problem(1, Kind.NOTE, Sentence.from("production was left at version 1.0.0 of \"demo/hello\"")));
        assertThat(store.inStage(HELLO, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(V1);
        assertThat(store.inStage(HELLO, Stage.STAGING).orElseThrow().label()).isEqualTo(V2);
    }

    @Test
    void otherTagsOfAVersionThatIsThereAreLeftAndTold() throws IOException {
        importLines(with(FIRST, "\"tags\": [\"one\"]"));
        ImportReport report = importLines(with(FIRST, "\"tags\": [\"two\"]"));
        assertThat(report.alreadyThere()).isEqualTo(1);
        assertThat(report.problems().getFirst().what()).contains("were left as [one]");
        assertThat(store.get(HELLO, V1).info().tags()).containsExactly("one");
    }

    @Test
    void lowerLabelsAndOtherParentsAreTold() throws IOException {
        ImportReport report = importLines(
                SECOND, FIRST, with(FIRST.replace("1.0.0", "3.0.0"), "\"parent\": \"1.1.0\""));
        assertThat(report.added()).isEqualTo(3);
        assertThat(report.problems())
                .containsExactly(
                        new Problem(2, Kind.NOTE, Sentence.from("version 1.0.0 of \"demo/hello\" was put on top of the higher version"
                                + " 1.1.0")),
                        new Problem(3, Kind.NOTE, Sentence.from("version 3.0.0 of \"demo/hello\" was put on top of 1.0.0,"
                                + " not of 1.1.0")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{                                                              | no JSON object",
        "[]                                                             | a JSON object",
        "\"text\"                                                       | a JSON object",
        "{\"version\": \"1.0.0\", \"content\": \"x\"}                   | \"prompt\" is missing",
        "{\"prompt\": \"a\", \"content\": \"x\"}                        | \"version\" is missing",
        "{\"prompt\": \"a\", \"version\": \"1.0.0\"}                    | \"content\" or \"messages\" is missing",
        "{\"prompt\": \"a\", \"version\": \"1.0.0\", \"content\": 5}    | \"content\" must be text",
        "{\"prompt\": \"../a\", \"version\": \"1\", \"content\": \"\"}  | prompt id \"../a\"",
        "{\"prompt\": \"a\", \"version\": \"1 0\", \"content\": \"\"}   | version label \"1 0\"",
        "{\"prompt\": \"a\", \"version\": true, \"content\": \"\"}      | \"version\" must be text",
        "{\"prompt\": \"a\", \"version\": \"1\", \"content\": \"\", \"createdAt\": \"yesterday\"}  | \"createdAt\"",
        "{\"prompt\": \"a\", \"version\": \"1\", \"content\": \"\", \"tags\": \"x\"}    | \"tags\" must be a list",
        "{\"prompt\": \"a\", \"version\": \"1\", \"content\": \"\", \"tags\": [1]}      | \"tags\" must be a list",
        "{\"prompt\": \"a\", \"version\": \"1\", \"content\": \"\", \"tags\": [\"a,b\"]}     | tag \"a,b\"",
        "{\"prompt\": \"a\", \"version\": \"1\", \"content\": \"\", \"stages\": [\"Über\"]}  | stage \"Über\"",
        "{\"prompt\": \"a\", \"version\": \"1\", \"content\": \"\", \"author\": \"\\ud800\"} | half of a character",
        "{\"prompt\": \"a\", \"version\": \"1\", \"content\": \"\\udc00\"}                   | half of a character",
        "{\"prompt\": \"a\", \"version\": \"1\", \"messages\": [{\"text\": \"x\"}]}          | \"role\" is missing",
        "{\"prompt\": \"a\", \"version\": \"1\", \"messages\": [5]}                      | must be a list of objects",
        "{\"prompt\": \"a\", \"prompt\": \"b\", \"version\": \"1\", \"content\": \"\"}   | stands twice",
        "{\"prompt\": \"a\", \"version\": \"1\", \"content\": \"\", \"config\": []}  | \"config\" must be an object",
        "{\"prompt\": \"a\", \"version\": \"1\", \"content\": \"\", \"syntax\": \" \"}   | template syntax",
    })
    void aBadLineIsToldAndTheRestIsImported(String line, String reason) throws IOException {
        ImportReport report = importLines(FIRST, line, SECOND);
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.badLines()).isEqualTo(1);
        assertThat(report.problems()).hasSize(1);
        assertThat(report.problems().getFirst().line()).isEqualTo(2);
        assertThat(report.problems().getFirst().kind()).isEqualTo(Kind.BAD_LINE);
        assertThat(report.problems().getFirst().what()).contains(reason);
    }

    @Test
    void byteOrderMarkWindowsLineEndsBlankLinesAndAMissingLastLineEndAreFine() throws IOException {
        ImportReport report = importText("\uFEFF" + FIRST + "\r\n\r\n  \n\n" + SECOND);
        assertThat(report).isEqualTo(new ImportReport(2, 0, 0, 0, 0, List.of(), false));
    }

    @Test
    void aLineThatIsNoUtf8IsABadLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write((FIRST + "\n").getBytes(StandardCharsets.UTF_8));
        String latin = FIRST.replace("1.0.0", "9.0.0").replace("Hello", "H\u00e9llo");
        bytes.write(latin.getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(("\n" + SECOND.replace("Good", "\uFFFD")).getBytes(StandardCharsets.UTF_8));
        ImportReport report = importBytes(bytes.toByteArray());
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.problems())
                .containsExactly(new Problem(2, Kind.BAD_LINE, Sentence.from("the line is not valid UTF-8")));
    }

    @Test
    void aVeryLongLineIsFine() throws IOException {
        String text = "Zeile für Zeile ".repeat(400_000);
        ImportReport report = importLines(FIRST.replace("Hello", text), SECOND);
        assertThat(report.added()).isEqualTo(2);
        assertThat(store.get(HELLO, V1).content().messages().getFirst().text()).startsWith(text);
    }

    @Test
    void aLineBeyondTheLimitIsLeftOutWithoutFillingTheMemory() throws IOException {
        byte[] bytes = ("a".repeat(200_000) + "\nshort\n" + "b".repeat(100)).getBytes(StandardCharsets.UTF_8);
        LineSource lines = new LineSource(new ByteArrayInputStream(bytes), 100);
        assertThat(lines.next().orElseThrow().problem()).contains(Sentence.from("the line is longer than 100 bytes"));
        assertThat(lines.next().orElseThrow().text()).isEqualTo("short");
        assertThat(lines.next().orElseThrow().text()).hasSize(100);
        assertThat(lines.next()).isEmpty();
        assertThat(lines.bytesRead()).isEqualTo(bytes.length);
    }

    @Test
    void anEmptyFileIsFine() throws IOException {
        assertThat(importText("")).isEqualTo(new ImportReport(0, 0, 0, 0, 0, List.of(), false));
    }

    @Test
    void aMemberWithoutMeaningIsToldOnce() throws IOException {
        ImportReport report = importLines(with(FIRST, "\"mood\": 1"), with(SECOND, "\"mood\": 2"));
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.problems()).hasSize(1);
        assertThat(report.problems().getFirst().what()).contains("\"mood\"");
    }

    @Test
    void countedVersionsAndTheNameOfNoStageAreUnderstood() throws IOException {
        ImportReport report = importLines(
                "{\"prompt\": \"n\", \"version\": 7, \"content\": \"x\", \"stages\": [\"dev\"]}");
        assertThat(report.added()).isEqualTo(1);
        assertThat(store.get(new PromptId("n"), new VersionLabel("7")).info().stages()).isEmpty();
    }

    @Test
    void whatTheStoreRefusesIsToldAndTheRestOfItsBatchImported() throws IOException {
        Store picky = new PickyStore(store);
        ImportReport report = importInto(picky, lines(
                FIRST, SECOND.replace("demo/hello", "demo/refused"),
                with(SECOND, "\"stages\": [\"staging\"]")));
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.badLines()).isEqualTo(1);
        assertThat(report.problems().getFirst().line()).isEqualTo(2);
        assertThat(report.problems().getFirst().what()).contains("cannot hold this");
        assertThat(store.inStage(HELLO, Stage.STAGING)).isPresent();
    }

    @Test
    void somebodyElseMayAppendMeanwhile() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        Store busy = new PickyStore(store) {
            @Override
            protected void beforeAppending() {
                if (calls.getAndIncrement() == 0) {
                    importQuietly(FIRST.replace("1.0.0", "0.9.0"));
                }
            }
        };
        ImportReport report = importInto(busy, lines(FIRST, SECOND));
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.problems()).isEmpty();
        assertThat(store.versions(HELLO)).extracting(VersionInfo::label)
                .containsExactly(V2, V1, new VersionLabel("0.9.0"));
    }

    @Test
    void aStoreThatIsClosedStopsTheImport() {
        store.close();
        assertThatThrownBy(() -> importLines(FIRST)).isInstanceOf(StoreException.Closed.class);
    }

    @Test
    void aPreviewCountsAndWritesNothing() throws IOException {
        importLines(FIRST);
        Path file = file(lines(FIRST, SECOND, SECOND, "{", FIRST.replace("Hello", "Howdy")));
        ImportReport preview = new JsonLinesImport(store).preview(file, Progress.NONE);
        assertThat(preview.added()).isEqualTo(1);
        assertThat(preview.alreadyThere()).isEqualTo(2);
        assertThat(preview.badLines()).isEqualTo(1);
        assertThat(preview.conflicts()).isEqualTo(1);
        assertThat(store.count().versions()).isEqualTo(1);
    }

    @Test
    void aCancelledImportIsContinuedByTheNext() throws IOException {
        Path file = file(manyLines(3_000));
        CountingProgress progress = new CountingProgress(700);
        ImportReport stopped = new JsonLinesImport(store).run(file, progress);
        assertThat(stopped.cancelled()).isTrue();
        assertThat(stopped.added()).isBetween(500L, 1_500L).isEqualTo(store.count().versions());

        CountingProgress whole = new CountingProgress(Long.MAX_VALUE);
        ImportReport rest = new JsonLinesImport(store).run(file, whole);
        assertThat(rest.cancelled()).isFalse();
        assertThat(rest.added() + stopped.added()).isEqualTo(3_000);
        assertThat(rest.alreadyThere()).isEqualTo(stopped.added());
        assertThat(whole.fractions).isSorted().last().isEqualTo(1.0);
        assertThat(whole.fractions).hasSizeGreaterThan(10);
        assertThat(whole.count).isEqualTo(3_000);
    }

    @Test
    void exportImportExportGivesTheSameBytes() throws IOException {
        importLines(SECOND.replace("demo/hello", "zebra"), RICH, FIRST, SECOND,
                RICH.replace("2.0.0-rc.1", "1.5.0").replace("[\"production\", \"qa\"]", "[\"staging\"]"));
        byte[] first = export(store);
        Store other = emptyStore();
        ImportReport report = importInto(other, new String(first, StandardCharsets.UTF_8));
        assertThat(report.added()).isEqualTo(5);
        assertThat(export(other)).isEqualTo(first);
    }

    @Test
    void anExportedLineHasItsMembersInAFixedOrder() throws IOException {
        importLines(RICH);
        assertThat(new String(export(store), StandardCharsets.UTF_8)).isEqualTo("""
                {"prompt": "demo/chat", "version": "2.0.0-rc.1", "createdAt": "2026-02-03T02:05:06.123456Z", \
                "author": "Ada", "message": "Zwölf\\nLines", "tags": ["a", "b"], "stages": ["qa", "production"], \
                "title": "A chat", "description": "Talks.", "syntax": "jinja2", "messages": \
                [{"role": "system", "text": "You are {{ persona }}.\\r\\n"}, {"role": "user", "text": "😀 {{ q }}"}], \
                "variables": [{"name": "persona", "type": "string", "required": false, "default": "kind"}, \
                {"name": "q"}], "examples": [{"input": {"q": "Hi?"}, "output": "Hi!"}], \
                "config": {"temperature": 0.70, "model": "large"}, "metadata": {"owner": null}}
                """);
    }

    @Test
    void onlySomePromptsAreExportedWhenAsked() throws IOException {
        importLines(RICH, FIRST, SECOND);
        Path file = folder.resolve("some.jsonl");
        ExportReport report = new JsonLinesExport(store).run(file, List.of(HELLO), Progress.NONE);
        assertThat(report).isEqualTo(new ExportReport(1, 2, List.of(), false));
        assertThat(Files.readAllLines(file)).hasSize(2).allMatch(line -> line.contains("demo/hello"));
    }

    @Test
    void aCancelledExportLeavesTheOldFileAndNothingElse() throws IOException {
        importText(manyLines(100));
        Path file = folder.resolve("out.jsonl");
        Files.writeString(file, "old");
        ExportReport report = new JsonLinesExport(store).run(file, new CountingProgress(10));
        assertThat(report.cancelled()).isTrue();
        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryContaining(path -> path.equals(file));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void randomStoresSurviveExportAndImport() throws IOException {
        for (int seed = 0; seed < 30; seed++) {
            Store one = emptyStore();
            importInto(one, RandomLines.versions(new Random(seed), 60));
            byte[] bytes = export(one);
            Store two = emptyStore();
            ImportReport report = importInto(two, new String(bytes, StandardCharsets.UTF_8));
            assertThat(report.badLines() + report.conflicts()).isZero();
            assertThat(export(two)).as("seed %d", seed).isEqualTo(bytes);
        }
    }

    @Test
    void noLineHoweverBrokenStopsAnImport() throws IOException {
        Random random = new Random(42);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            text.append(RandomLines.broken(random, random.nextBoolean() ? RICH : FIRST)).append('\n');
        }
        ImportReport report = importText(text + SECOND.replace("1.1.0", "99.0.0"));
        assertThat(store.get(HELLO, new VersionLabel("99.0.0"))).isNotNull();
        assertThat(report.badLines()).isGreaterThan(500);
        assertThat(report.problems()).hasSizeLessThanOrEqualTo(ImportReport.MAX_LISTED);
    }

    @Test
    void realPromptsAreImportedWhole() throws IOException {
        Path real = Path.of("..", "shared", "real", "fabric-patterns.jsonl");
        assumeTrue(Files.isReadable(real), "the real prompts are not here");
        ImportReport report = new JsonLinesImport(store).run(real, Progress.NONE);
        assertThat(report.added()).isEqualTo(408);
        assertThat(report.badLines() + report.conflicts()).isZero();
        assertThat(new JsonLinesImport(store).run(real, Progress.NONE).alreadyThere()).isEqualTo(408);
        assertThat(store.count().prompts()).isEqualTo(122);

        byte[] first = export(store);
        Store other = emptyStore();
        importInto(other, new String(first, StandardCharsets.UTF_8));
        assertThat(export(other)).isEqualTo(first);
    }

    private static String with(String line, String member) {
        return line.substring(0, line.length() - 1) + ", " + member + "}";
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    private static String manyLines(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(FIRST.replace("demo/hello", "many/p" + i % 50).replace("1.0.0", "1." + i + ".0"));
            text.append('\n');
        }
        return text.toString();
    }

    private ImportReport importLines(String... lines) throws IOException {
        return importText(lines(lines));
    }

    private void importQuietly(String line) {
        try {
            importLines(line);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private ImportReport importText(String text) throws IOException {
        return importInto(store, text);
    }

    private static ImportReport importInto(Store store, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new JsonLinesImport(store).run(new ByteArrayInputStream(bytes), bytes.length, Progress.NONE);
    }

    private ImportReport importBytes(byte[] bytes) throws IOException {
        return new JsonLinesImport(store).run(new ByteArrayInputStream(bytes), -1, Progress.NONE);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("in.jsonl"), text);
    }

    private static byte[] export(Store store) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonLinesExport export = new JsonLinesExport(store);
        export.run(out, AllPrompts.ids(store, Progress.NONE), Progress.NONE);
        return out.toByteArray();
    }

    /// Cancels once it heard of so many things.
    private static final class CountingProgress implements Progress {
        private final long cancelAt;
        private final List<Double> fractions = new ArrayList<>();
        private long count;

        CountingProgress(long cancelAt) {
            this.cancelAt = cancelAt;
        }

        @Override
        public void report(double fraction, long newCount) {
            fractions.add(fraction);
            count = newCount;
        }

        @Override
        public boolean isCancelled() {
            return count >= cancelAt;
        }
    }
}
