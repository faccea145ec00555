package stemma.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.HistoryEntry;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Promotion;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Untold;
import stemma.store.file.FileStoreDriver;
import stemma.store.loom.LoomStoreDriver;
import stemma.store.memory.MemoryStoreDriver;
import stemma.ui.common.DirectTasks;
import stemma.ui.common.Notices;

class HistoryModelTest {
    private static final PromptId PROMPT = new PromptId("p");
    private static final VersionLabel V1 = new VersionLabel("1.0.0");
    private static final VersionLabel V2 = new VersionLabel("1.1.0");
    private static final VersionLabel V3 = new VersionLabel("1.2.0");

    private final Store store = new MemoryStoreDriver().open(StoreUri.of("memory", ""), Opening.at(Clock.systemUTC()));
    private final HistoryModel model = new HistoryModel(store, PROMPT, new DirectTasks(), new Notices());

    @BeforeEach
    void fill() {
        store.append(NewVersion.first(PROMPT, V1, Content.plain("one"), "ada", ""));
        store.append(NewVersion.onTop(PROMPT, V1, V2, Content.plain("two"), "ada", ""));
        store.append(NewVersion.onTop(PROMPT, V2, V3, Content.plain("three"), "ada", ""));
        store.promote(new Promotion(
                PROMPT, Stage.PRODUCTION, Optional.empty(), Optional.of(V1), Act.by("ada", "first")));
        model.refresh();
    }

    private VersionInfo version(int fromNewest) {
        return model.versionsProperty().get().get(fromNewest);
    }

    @Test
    void oneChosenVersionIsComparedWithTheOneBefore() {
        model.chosen().setAll(version(0));
        assertThat(model.pair().orElseThrow()).isEqualTo(new HistoryModel.Pair(version(1), version(0)));
        model.chosen().setAll(version(2));
        assertThat(model.pair()).isEmpty();
    }

    @Test
    void twoChosenVersionsAreComparedOlderFirst() {
        model.chosen().setAll(version(0), version(2));
        assertThat(model.pair().orElseThrow()).isEqualTo(new HistoryModel.Pair(version(2), version(0)));
    }

    @Test
    void aVersionIsComparedWithWhatAStageHolds() {
        assertThat(model.stages()).containsExactly(Stage.PRODUCTION);
        assertThat(model.withStage(version(0), Stage.PRODUCTION).orElseThrow().left().label()).isEqualTo(V1);
        assertThat(model.withStage(version(2), Stage.PRODUCTION)).isEmpty();
    }

    @Test
    void aRefreshKeepsWhatIsChosen() {
        model.chosen().setAll(version(1));
        store.append(NewVersion.onTop(PROMPT, V3, new VersionLabel("2.0.0"), Content.plain("four"), "ada", ""));
        model.refresh();
        assertThat(model.chosen()).extracting(VersionInfo::label).containsExactly(V2);
    }

    @Test
    void aMoveIsComparedWithWhatWasThereBefore() {
        store.promote(new Promotion(
                PROMPT, Stage.PRODUCTION, Optional.of(V1), Optional.of(V3), Act.by("ada", "second")));
        store.promote(new Promotion(
                PROMPT, Stage.PRODUCTION, Optional.of(V3), Optional.of(V1), Act.by("ada", "back")));
        model.refresh();
        List<HistoryEntry> moves = model.movesProperty().get();
        assertThat(model.moved(moves.get(1)).orElseThrow())
                .isEqualTo(new HistoryModel.Pair(version(2), version(0)));
        assertThat(model.moved(moves.getFirst()).orElseThrow())
                .as("rolled back")
                .isEqualTo(new HistoryModel.Pair(version(0), version(2)));
        assertThat(model.moved(moves.getLast())).as("nothing was there").isEmpty();
        assertThat(model.brought(moves.getLast())).contains(version(2));
        assertThat(MoveText.label(moves.getFirst())).contains(V1);
    }

    @Test
    void whatIsNoLongerThereCanBeNamedOnly() {
        store.deleteVersion(PROMPT, V3, Act.by("ada", "wrong"));
        model.refresh();
        HistoryEntry deleted = model.movesProperty().get().getFirst();
        assertThat(model.brought(deleted)).isEmpty();
        assertThat(model.moved(deleted)).isEmpty();
        assertThat(MoveText.label(deleted)).contains(V3);
    }

    @Test
    void movesReadAsOneLine() {
        assertThat(MoveText.of(model.movesProperty().get().getFirst())).isEqualTo("production: nothing → 1.0.0");
        assertThat(MoveText.of(new HistoryEntry.PromptRenamed(
                        Instant.EPOCH, "ada", PROMPT, new PromptId("q"), "")))
                .isEqualTo("Renamed from p to q");
    }

    @Test
    void aPromptThatIsNotSavedYetHasNoVersions() {
        HistoryModel none = new HistoryModel(store, new PromptId("new"), new DirectTasks(), new Notices());
        none.refresh();
        assertThat(none.versionsProperty().get()).isEmpty();
        assertThat(none.newestPair()).isEmpty();
    }

    @Test
    void aVersionThatCannotBeReadIsTold(@TempDir Path folder) throws IOException {
        StoreUri uri = StoreUri.of("loom", folder.toString());
        try (Store files = new LoomStoreDriver().open(uri, Opening.at(Clock.systemUTC()))) {
            files.append(NewVersion.first(PROMPT, V1, Content.plain("one"), "", ""));
            files.append(NewVersion.onTop(PROMPT, V1, V2, Content.plain("two"), "", ""));
        }
        Files.writeString(folder.resolve("p_1.1.0.json"), "no JSON");
        try (Store files = new LoomStoreDriver().open(uri, Opening.at(Clock.systemUTC()))) {
            HistoryModel damaged = new HistoryModel(files, PROMPT, new DirectTasks(), new Notices());
            damaged.refresh();
            assertThat(damaged.versionsProperty().get()).extracting(VersionInfo::label).containsExactly(V1);
            assertThat(DamageText.of(damaged.damageProperty().get()))
                    .singleElement()
                    .asString()
                    .startsWith("Version 1.1.0 cannot be read: ")
                    .endsWith("(p_1.1.0.json).");
            Files.writeString(folder.resolve("p_1.0.0.json"), "no JSON");
        }
        Notices notices = new Notices();
        try (Store files = new LoomStoreDriver().open(uri, Opening.at(Clock.systemUTC()))) {
            HistoryModel damaged = new HistoryModel(files, PROMPT, new DirectTasks(), notices);
            damaged.refresh();
            assertThat(damaged.versionsProperty().get()).isEmpty();
            assertThat(DamageText.of(damaged.damageProperty().get())).hasSize(2);
            assertThat(notices.current()).isEmpty();
        }
    }

    @Test
    void onlyTheFirstDamagesAreToldOneByOne() {
        Untold damaged = new Untold(
                Untold.Kind.VERSION, Optional.of(PROMPT), Optional.of(V1), "file", Sentence.of("it is cut off"));
        assertThat(DamageText.of(Collections.nCopies(3, damaged))).hasSize(3);
        assertThat(DamageText.of(Collections.nCopies(4, damaged))).hasSize(4).last().asString().startsWith("And one more;");
        assertThat(DamageText.of(Collections.nCopies(9, damaged))).hasSize(4).last().asString().startsWith("And 6 more;");
    }

    @Test
    void aDamagedHistoryHidesNoVersionAndIsToldOnce(@TempDir Path folder) throws IOException {
        Notices notices = new Notices();
        try (Store files = new FileStoreDriver().open(StoreUri.of("file", folder.toString()), Opening.at(Clock.systemUTC()))) {
            files.append(NewVersion.first(PROMPT, V1, Content.plain("one"), "ada", ""));
            files.promote(new Promotion(
                    PROMPT, Stage.PRODUCTION, Optional.empty(), Optional.of(V1), Act.by("ada", "first")));
            List<Path> written;
            try (Stream<Path> all = Files.walk(folder)) {
                written = all.filter(file -> file.endsWith("history.jsonl")).toList();
            }
            assertThat(written).isNotEmpty();
            for (Path file : written) {
                Files.writeString(file, "no JSON\n" + Files.readString(file));
            }

            HistoryModel damaged = new HistoryModel(files, PROMPT, new DirectTasks(), notices);
            damaged.refresh();
            damaged.refresh();
            assertThat(damaged.versionsProperty().get()).extracting(VersionInfo::label).containsExactly(V1);
            assertThat(damaged.movesProperty().get()).isEmpty();
            assertThat(notices.current())
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.text()).contains("stage history of p"));
        }
    }
}
