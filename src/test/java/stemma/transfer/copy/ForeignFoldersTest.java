package stemma.transfer.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Query;
import stemma.store.Store;
import stemma.store.StoreDriver;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.goprompty.GoPromptyStoreDriver;
import stemma.store.loom.LoomStoreDriver;
import stemma.store.memory.MemoryStoreDriver;
import stemma.transfer.ExportReport;
import stemma.transfer.JsonLinesExport;
import stemma.transfer.Progress;
import stemma.transfer.drift.Difference;
import stemma.transfer.drift.DriftReport;
import stemma.transfer.drift.DriftRow;

/// What a folder of loom or go-prompty holds and cannot be copied is told, item by item.
class ForeignFoldersTest {
    private static final PromptId P = new PromptId("p");
    private static final VersionLabel V1 = new VersionLabel("1.0.0");

    @TempDir
    Path folder;

    @TempDir
    Path otherFolder;

    private final List<Store> open = new ArrayList<>();
    private final List<CopyItem> items = new ArrayList<>();
    private Store target;

    @BeforeEach
    void openTarget() {
        target = open(new MemoryStoreDriver(), "test");
    }

    private Store open(StoreDriver driver, String location) {
        Store store = driver.open(StoreUri.of(driver.scheme(), location), Opening.at(Clock.systemUTC()));
        open.add(store);
        return store;
    }

    @AfterEach
    void close() {
        open.forEach(Store::close);
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Store loom() throws IOException {
        file("p_1.0.0.json", "{\"ID\": \"p\", \"Version\": \"1.0.0\", \"Template\": \"one\"}");
        file("p_2.0.0.json", "{\"ID\": \"p\", \"Version\": \"2.0.0\", \"Template\": \"two\"}");
        file(
                "_meta.json",
                "{\"production\": {\"p\": \"2.0.0\"}, \"meta\": {\"p\": {\"1.0.0\": {\"stage\": \"dev\"},"
                        + " \"2.0.0\": {\"stage\": \"production\"}}}}");
        return open(new LoomStoreDriver(), folder.toString());
    }

    private Store goPrompty() throws IOException {
        file("p/v1.json", template(1, ""));
        file("p/v2.json", template(2, ""));
        return open(new GoPromptyStoreDriver(), folder.toString());
    }

    private static String template(int number, String more) {
        return "{\"name\": \"p\", \"source\": \"text " + number + "\", \"version\": " + number
                + ", \"status\": \"active\"" + more + "}";
    }

    private CopySummary copy(Store source) {
        items.clear();
        return new StoreCopy(source, target, new CopyOptions(false, false, "eve")).runAll(items::add, Progress.NONE);
    }

    private List<String> losses() {
        return items.stream()
                .flatMap(item -> item.losses().stream())
                .map(loss -> loss.what().toString())
                .toList();
    }

    private static List<String> exportProblems(Store store) throws IOException {
        ExportReport report = new JsonLinesExport(store).run(new ByteArrayOutputStream(), Progress.NONE);
        return report.problems().stream().map(Sentence::toString).toList();
    }

    private static void assertNames(String file, Runnable call) {
        assertThatExceptionOfType(StoreException.Corrupt.class)
                .isThrownBy(call::run)
                .withMessageContaining(file);
    }

    @Test
    void aDamagedVersionOfLoomIsTold() throws IOException {
        Store store = loom();
        file("p_1.0.0.json", "x");
        assertThat(copy(store).count(Outcome.FAILED)).isEqualTo(1);
        assertThat(items).filteredOn(item -> item.outcome() == Outcome.FAILED).singleElement().satisfies(item -> {
            assertThat(item.prompt()).contains(P);
            assertThat(item.version()).contains(V1);
            assertThat(item.detail().toString()).contains("p_1.0.0.json");
        });
        assertThat(exportProblems(store)).singleElement().asString().contains("p_1.0.0.json");
        assertNames("p_1.0.0.json", () -> store.get(P, V1));
    }

    @Test
    void aPromptOfWhichNothingCanBeReadIsDamagedNotMissing() throws IOException {
        Store store = loom();
        file("p_1.0.0.json", "x");
        file("p_2.0.0.json", "x");
        assertThat(store.list(Query.all()).items()).isEmpty();
        assertNames("p_1.0.0.json", () -> store.versions(P));
        assertNames("p_1.0.0.json", () -> store.inStage(P, Stage.PRODUCTION));
        assertThat(copy(store).count(Outcome.FAILED)).isEqualTo(2);
        assertThat(exportProblems(store)).hasSize(2);
        assertThatExceptionOfType(StoreException.NotFound.class)
                .isThrownBy(() -> store.versions(new PromptId("other")));
    }

    @Test
    void aDamagedFileThatNobodyNamesIsTold() throws IOException {
        Store store = loom();
        file("new_prompt_1.0.0.json", "x");
        assertThat(copy(store).count(Outcome.FAILED)).isEqualTo(1);
        assertThat(items).filteredOn(item -> item.outcome() == Outcome.FAILED).singleElement().satisfies(item -> {
            assertThat(item.prompt()).isEmpty();
            assertThat(item.detail().toString()).contains("new_prompt_1.0.0.json");
        });
        assertNames("new_prompt_1.0.0.json", () -> store.versions(new PromptId("new/prompt")));
    }

    @Test
    void aStageOfADamagedVersionIsNotEmpty() throws IOException {
        Store store = loom();
        file("p_2.0.0.json", "x");
        assertNames("p_2.0.0.json", () -> store.inStage(P, Stage.PRODUCTION));
        assertThat(store.inStage(P, Stage.STAGING)).isEmpty();
    }

    @Test
    void aDamagedVersionOfGoPromptyIsTold() throws IOException {
        Store store = goPrompty();
        file("p/v2.json", "x");
        file("p/labels.json", "{\"labels\": {\"production\": {\"version\": 2}}}");
        file("gone/v1.json", "x");
        assertThat(copy(store).count(Outcome.FAILED)).isEqualTo(2);
        assertThat(items)
                .filteredOn(item -> item.outcome() == Outcome.FAILED)
                .extracting(item -> item.prompt().orElseThrow().value() + " "
                        + item.version().orElseThrow())
                .containsExactly("p 2", "gone 1");
        assertNames("p/v2.json", () -> store.inStage(P, Stage.PRODUCTION));
        assertNames("gone/v1.json", () -> store.versions(new PromptId("gone")));
    }

    @Test
    void theDriftOfADamagedPromptIsUnknown() throws IOException {
        Store store = loom();
        copy(store);
        file("p_1.0.0.json", "x");
        file("p_2.0.0.json", "x");
        List<DriftRow> rows = new ArrayList<>();
        new DriftReport(store, target).run(rows::addAll, Progress.NONE);
        assertThat(rows).singleElement().satisfies(row -> assertThat(row.differences())
                .containsExactly(Difference.UNREADABLE));
    }

    @Test
    void whatLoomKeepsAndStemmaDoesNotIsALoss() throws IOException {
        Store store = loom();
        file(
                "p_1.0.0.json",
                "{\"ID\": \"p\", \"Version\": \"1.0.0\", \"Template\": \"one\", \"Owner\": \"ada\","
                        + " \"Examples\": [{\"Input\": {}, \"Output\": \"o\", \"Weight\": 1, \"Score\": 2}],"
                        + " \"CreatedAt\": \"2026-02-15T10:00:00.123456789+01:00\","
                        + " \"UpdatedAt\": \"2026-02-16T10:00:00Z\"}");
        file(
                "_meta.json",
                "{\"production\": {}, \"meta\": {\"p\": {\"1.0.0\": {\"stage\": \"dev\", \"reviewer\": \"bob\"},"
                        + " \"2.0.0\": {\"stage\": \"dev\"}}}}");
        target = open(new LoomStoreDriver(), otherFolder.toString());
        copy(store);
        assertThat(losses())
                .containsExactlyInAnyOrder(
                        "the field \"Owner\"",
                        "the field \"Examples.Score\"",
                        "the field \"reviewer\"",
                        "the time as it is written, 2026-02-15T10:00:00.123456789+01:00",
                        "the time of its last change, 2026-02-16T10:00:00Z");
    }

    @Test
    void filesOfStemmaLoseNothing() throws IOException {
        Store store = open(new LoomStoreDriver(), otherFolder.toString());
        Store first = loom();
        new StoreCopy(first, store, new CopyOptions(false, false, "eve")).runAll(_ -> {}, Progress.NONE);
        copy(store);
        assertThat(losses()).isEmpty();
    }

    @Test
    void whatGoPromptyKeepsAndStemmaDoesNotIsALoss() throws IOException {
        Store store = goPrompty();
        file(
                "p/v1.json",
                template(
                        1,
                        ", \"id\": \"tmpl_1\", \"owner\": \"ada\","
                                + " \"created_at\": \"2026-02-15T10:00:00Z\", \"updated_at\": \"2026-02-15T10:00:00Z\""));
        file(
                "p/labels.json",
                "{\"labels\": {\"production\": {\"version\": 2, \"assigned_at\": \"2026-02-15T10:00:00Z\"}}}");
        copy(store);
        assertThat(losses())
                .containsExactlyInAnyOrder(
                        "the field \"owner\"",
                        "the field \"id\", \"tmpl_1\"",
                        "when the label \"production\" was set, and by whom");
    }

    @Test
    void aNumberThatStaysIsNoLoss() throws IOException {
        Store store = goPrompty();
        target = open(new GoPromptyStoreDriver(), otherFolder.toString());
        new StoreCopy(store, target, new CopyOptions(false, false, "eve")).planAll(items::add, Progress.NONE);
        assertThat(losses()).isEmpty();
        copy(store);
        assertThat(losses()).isEmpty();
        copy(store);
        assertThat(losses()).isEmpty();
    }

    @Test
    void aNumberThatChangesIsALoss() throws IOException {
        Store store = goPrompty();
        Files.delete(folder.resolve("p/v1.json"));
        target = open(new GoPromptyStoreDriver(), otherFolder.toString());
        new StoreCopy(store, target, new CopyOptions(false, false, "eve")).planAll(items::add, Progress.NONE);
        assertThat(losses()).singleElement().asString().contains("the label 2");
        copy(store);
        assertThat(losses()).singleElement().asString().contains("the label 2");
        copy(store);
        assertThat(losses()).singleElement().asString().contains("the label 2");
    }

    @Test
    void theExpectedNumberIsToldBeforehand() throws IOException {
        Store store = goPrompty();
        assertThat(store.asHeld(NewVersion.first(P, V1, Content.plain("three"), "", "")).label())
                .isEqualTo(new VersionLabel("3"));
    }
}
