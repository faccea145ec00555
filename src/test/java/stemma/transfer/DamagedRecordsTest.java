package stemma.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Promotion;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.file.FileStoreDriver;
import stemma.store.memory.MemoryStoreDriver;
import stemma.transfer.copy.CopyItem;
import stemma.transfer.copy.CopyOptions;
import stemma.transfer.copy.Outcome;
import stemma.transfer.copy.StoreCopy;
import stemma.transfer.drift.Difference;
import stemma.transfer.drift.DriftReport;
import stemma.transfer.drift.DriftRow;

/// A folder whose `stages.txt` or `tags.txt` is damaged or gone is never taken for one without stages or tags.
class DamagedRecordsTest {
    private static final PromptId HELLO = new PromptId("demo/hello");
    private static final VersionLabel V1 = new VersionLabel("1.0.0");

    @TempDir
    Path folder;

    private Store store;
    private Store other;

    @BeforeEach
    void promote() {
        store = open();
        other = new MemoryStoreDriver().open(StoreUri.of("memory", "test"), Opening.at(Clock.systemUTC()));
        store.append(new NewVersion(
                HELLO, Optional.empty(), V1, Content.plain("one"), "ada", "", Set.of(), Optional.empty()));
        store.promote(new Promotion(
                HELLO, Stage.PRODUCTION, Optional.empty(), Optional.of(V1), Act.by("ada", "")));
    }

    private Store open() {
        return new FileStoreDriver().open(StoreUri.of("file", folder.toString()), Opening.at(Clock.systemUTC()));
    }

    @AfterEach
    void close() {
        store.close();
        other.close();
    }

    private void damage() throws IOException {
        store.close();
        Files.writeString(folder.resolve("demo/hello/stages.txt"), "production 1.0.0\n");
        store = open();
    }

    private List<CopyItem> copy() {
        List<CopyItem> items = new ArrayList<>();
        new StoreCopy(store, other, new CopyOptions(false, false, "eve")).run(List.of(HELLO), items::add, Progress.NONE);
        return items;
    }

    @Test
    void anExportTellsWhatItCannotRead() throws IOException {
        damage();
        ExportReport report =
                new JsonLinesExport(store).run(new ByteArrayOutputStream(), List.of(HELLO), Progress.NONE);
        assertThat(report.problems()).singleElement().asString().contains("stages.txt");
        assertThat(report.versions()).isEqualTo(1);
    }

    @Test
    void aCopyBringsTheVersionsAndFailsWithTheStages() throws IOException {
        damage();
        assertThat(copy())
                .extracting(CopyItem::outcome)
                .containsExactly(Outcome.ADDED, Outcome.FAILED);
        assertThat(other.inStage(HELLO, Stage.PRODUCTION)).isEmpty();
    }

    @Test
    void aCopyOfAMissingRecordFailsToo() throws IOException {
        store.close();
        Files.delete(folder.resolve("demo/hello/stages.txt"));
        store = open();
        assertThat(copy()).last().extracting(CopyItem::outcome).isEqualTo(Outcome.FAILED);
    }

    @Test
    void theDriftOfADamagedRecordIsUnknown() throws IOException {
        copy();
        damage();
        List<DriftRow> rows = new ArrayList<>();
        new DriftReport(store, other).run(rows::addAll, Progress.NONE);
        assertThat(rows).singleElement().satisfies(row -> assertThat(row.differences())
                .containsExactly(Difference.UNREADABLE));
    }

    private void damageTags() throws IOException {
        store.setTags(HELLO, V1, Set.of("launch"));
        store.close();
        Files.writeString(folder.resolve("demo/hello/tags.txt"), "1.0.0 launch\n");
        store = open();
    }

    @Test
    void anExportTellsThatTagsCannotBeRead() throws IOException {
        damageTags();
        ExportReport report =
                new JsonLinesExport(store).run(new ByteArrayOutputStream(), List.of(HELLO), Progress.NONE);
        assertThat(report.problems()).singleElement().asString().contains("tags.txt");
    }

    @Test
    void aCopyFailsWithTheTagsAndBringsTheRest() throws IOException {
        damageTags();
        assertThat(copy())
                .extracting(CopyItem::outcome)
                .containsExactlyInAnyOrder(Outcome.ADDED, Outcome.FAILED, Outcome.ADDED);
        assertThat(other.inStage(HELLO, Stage.PRODUCTION)).isPresent();
    }

    @Test
    void tagsThatCannotBeReadReplaceNone() throws IOException {
        copy();
        other.setTags(HELLO, V1, Set.of("launch"));
        damageTags();
        List<CopyItem> items = new ArrayList<>();
        new StoreCopy(store, other, new CopyOptions(true, true, "eve"))
                .run(List.of(HELLO), items::add, Progress.NONE);
        assertThat(items).extracting(CopyItem::outcome).contains(Outcome.FAILED).doesNotContain(Outcome.CHANGED);
        assertThat(other.versions(HELLO).getFirst().tags()).containsExactly("launch");
    }

    @Test
    void theDriftOfDamagedTagsIsUnknown() throws IOException {
        copy();
        damageTags();
        List<DriftRow> rows = new ArrayList<>();
        new DriftReport(store, other).run(rows::addAll, Progress.NONE);
        assertThat(rows).singleElement().satisfies(row -> assertThat(row.differences())
                .containsExactly(Difference.UNREADABLE));
    }
}
