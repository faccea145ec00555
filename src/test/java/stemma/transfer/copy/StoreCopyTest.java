package stemma.transfer.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.Message;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.Variable;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Promotion;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.store.memory.MemoryStoreDriver;
import stemma.transfer.AllPrompts;
import stemma.transfer.PickyStore;
import stemma.transfer.Progress;
import stemma.transfer.copy.Loss.Part;

class StoreCopyTest {
    private static final PromptId HELLO = new PromptId("demo/hello");
    private static final VersionLabel V1 = new VersionLabel("1.0.0");
    private static final VersionLabel V2 = new VersionLabel("1.1.0");
    private static final VersionLabel V3 = new VersionLabel("1.2.0");
    private static final Instant THEN = Instant.parse("2025-02-03T04:05:06.123456Z");

    private final Store source = memory();
    private final Store target = memory();
    private final List<CopyItem> items = new ArrayList<>();

    private static Store memory() {
        return new MemoryStoreDriver().open(StoreUri.of("memory", "test"), Opening.at(Clock.systemUTC()));
    }

    private static void append(Store store, PromptId id, VersionLabel label, Content content, String... tags) {
        store.append(new NewVersion(
                id,
                store.find(id).map(prompt -> prompt.head()),
                label,
                content,
                "ada",
                "Because",
                Set.of(tags),
                Optional.of(THEN)));
    }

    private static void move(Store store, Stage stage, VersionLabel to) {
        store.promote(new Promotion(
                HELLO,
                stage,
                Optional.ofNullable(store.find(HELLO).orElseThrow().stages().get(stage)),
                Optional.of(to),
                new Act("bob", "Ready", Optional.of(THEN))));
    }

    private void twoVersions() {
        append(source, HELLO, V1, Content.plain("one"), "launch");
        append(source, HELLO, V2, Content.plain("two"));
        move(source, Stage.PRODUCTION, V1);
        move(source, Stage.PRODUCTION, V2);
    }

    private CopySummary plan(Store to, CopyOptions options) {
        items.clear();
        return new StoreCopy(source, to, options)
                .plan(AllPrompts.ids(source, Progress.NONE), items::add, Progress.NONE);
    }

    private CopySummary copy(Store to, CopyOptions options) {
        items.clear();
        return new StoreCopy(source, to, options)
                .run(AllPrompts.ids(source, Progress.NONE), items::add, Progress.NONE);
    }

    private CopySummary copy() {
        return copy(target, new CopyOptions(false, false, "eve"));
    }

    private CopyItem item(VersionLabel label) {
        return items.stream()
                .filter(item -> item.version().equals(Optional.of(label)) && item.stage().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private CopyItem item(Stage stage) {
        return items.stream().filter(item -> item.stage().equals(Optional.of(stage))).findFirst().orElseThrow();
    }

    @Test
    void everythingArrivesAsItWas() {
        twoVersions();
        CopySummary summary = copy();
        assertThat(summary.versions(Outcome.ADDED)).isEqualTo(2);
        assertThat(summary.others(Outcome.ADDED)).isEqualTo(1);
        assertThat(summary.losses()).isZero();
        assertThat(target.versions(HELLO)).isEqualTo(source.versions(HELLO));
        assertThat(target.get(HELLO, V2)).isEqualTo(source.get(HELLO, V2));
        assertThat(target.history(Optional.of(HELLO), 0, 10)).isEqualTo(source.history(Optional.of(HELLO), 0, 10));
    }

    @Test
    void theDryRunTellsTheSameAndWritesNothing() {
        twoVersions();
        CopySummary planned = plan(target, new CopyOptions(false, false, "eve"));
        List<CopyItem> plannedItems = List.copyOf(items);
        assertThat(target.find(HELLO)).isEmpty();
        assertThat(copy()).isEqualTo(planned);
        assertThat(items).isEqualTo(plannedItems);
    }

    @Test
    void copyingAgainAddsNothing() {
        twoVersions();
        copy();
        CopySummary again = copy();
        assertThat(again.versions(Outcome.THERE)).isEqualTo(2);
        assertThat(again.others(Outcome.THERE)).isEqualTo(1);
        assertThat(again.count(Outcome.ADDED)).isZero();
        assertThat(target.history(Optional.empty(), 0, 10).items()).hasSize(2);
    }

    @Test
    void otherContentUnderTheSameLabelIsAConflictAndNothingGoesOnTopOfIt() {
        twoVersions();
        append(target, HELLO, V1, Content.plain("other"));
        copy();
        assertThat(item(V1).outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(item(V1).detail()).contains("other content");
        assertThat(item(V2).outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(target.versions(HELLO)).hasSize(1);
    }

    @Test
    void aPromptThatWentOnThereIsAConflict() {
        twoVersions();
        append(target, HELLO, V1, Content.plain("one"), "launch");
        append(target, HELLO, V3, Content.plain("theirs"));
        copy();
        assertThat(item(V1).outcome()).isEqualTo(Outcome.THERE);
        assertThat(item(V2).outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(item(V2).detail()).contains("1.2.0");
        assertThat(item(Stage.PRODUCTION).outcome()).isNotEqualTo(Outcome.ADDED);
        assertThat(target.versions(HELLO)).hasSize(2);
    }

    @Test
    void aVersionThatWasDeletedThereIsNotPutOnTop() {
        twoVersions();
        append(target, HELLO, V2, Content.plain("two"));
        copy();
        assertThat(item(V1).outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(item(V1).detail()).contains("later versions");
        assertThat(target.versions(HELLO)).extracting(VersionInfo::label).containsExactly(V2);
    }

    @Test
    void aStageThatIsElsewhereIsMovedOnlyWhenAsked() {
        twoVersions();
        append(target, HELLO, V1, Content.plain("one"), "launch");
        move(target, Stage.PRODUCTION, V1);
        target.promote(new Promotion(
                HELLO, Stage.PRODUCTION, Optional.of(V1), Optional.of(V1), Act.by("somebody there", "On purpose")));
        copy();
        assertThat(item(Stage.PRODUCTION).outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(item(Stage.PRODUCTION).detail()).contains("1.0.0");
        assertThat(target.inStage(HELLO, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(V1);

        copy(target, new CopyOptions(true, false, "eve"));
        assertThat(item(Stage.PRODUCTION).outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(item(Stage.PRODUCTION).detail()).hasToString("1.0.0 → 1.1.0");
        assertThat(target.inStage(HELLO, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(V2);
        assertThat(target.history(Optional.of(HELLO), 0, 1).items().getFirst().who()).isEqualTo("eve");
    }

    @Test
    void otherTagsAreReplacedOnlyWhenAsked() {
        twoVersions();
        copy();
        source.setTags(HELLO, V1, Set.of("launch", "checked"));
        copy();
        assertThat(item(V1).outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(target.get(HELLO, V1).info().tags()).containsExactly("launch");
        copy(target, new CopyOptions(false, true, "eve"));
        assertThat(item(V1).outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(target.get(HELLO, V1).info().tags()).containsExactly("checked", "launch");
    }

    @Test
    void whatIsRefusedDoesNotStopTheRest() {
        twoVersions();
        PromptId refused = new PromptId("demo/hello-refused");
        append(source, refused, V1, Content.plain("one"));
        append(source, new PromptId("zulu"), V1, Content.plain("last"));
        CopySummary summary = copy(new PickyStore(target), new CopyOptions(false, false, "eve"));
        assertThat(summary.versions(Outcome.FAILED)).isEqualTo(1);
        assertThat(summary.versions(Outcome.ADDED)).isEqualTo(3);
        assertThat(items)
                .filteredOn(item -> item.outcome() == Outcome.FAILED)
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.prompt()).contains(refused);
                    assertThat(item.detail()).contains("is refused");
                });
        assertThat(target.versions(HELLO)).isEqualTo(source.versions(HELLO));
        assertThat(target.find(new PromptId("zulu"))).isPresent();
    }

    @Test
    void whatAFolderCannotHoldIsForeseen(@TempDir Path folder) {
        append(source, new PromptId("con"), V1, Content.plain("a device"));
        append(source, HELLO, V1, Content.plain("one"));
        try (Store to = Stores.discovered().open(StoreUri.of("file", folder.toString()))) {
            plan(to, new CopyOptions(false, false, "eve"));
            List<CopyItem> planned = List.copyOf(items);
            assertThat(planned.getFirst().outcome()).isEqualTo(Outcome.FAILED);
            assertThat(planned.getFirst().detail()).contains("device");
            copy(to, new CopyOptions(false, false, "eve"));
            assertThat(items).isEqualTo(planned);
        }
    }

    @Test
    void whatAStoreCannotHoldIsToldPartByPart() {
        append(
                source,
                HELLO,
                V1,
                Content.plain("Hi {{name}}").withTitle("Greeting").withVariables(List.of(Variable.named("name"))),
                "launch");
        Stage canary = new Stage("canary");
        move(source, canary, V1);
        plan(new CountingStore(target), new CopyOptions(false, false, "eve"));
        assertThat(item(V1).losses())
                .extracting(Loss::part)
                .containsExactlyInAnyOrder(
                        Part.LABEL, Part.AUTHOR, Part.MESSAGE, Part.TAGS, Part.TITLE, Part.ROLES, Part.VARIABLES);
        assertThat(item(V1).losses()).contains(new Loss(Part.AUTHOR, Sentence.from("the author \"ada\"")));
        assertThat(item(canary).outcome()).isEqualTo(Outcome.LOST);
        assertThat(items).anyMatch(item -> item.losses().stream().anyMatch(loss -> loss.part() == Part.HISTORY));
    }

    @Test
    void aStoreThatCountsKnowsAgainWhatItHasAndTakesTheRest() {
        Store counting = new CountingStore(target);
        append(source, HELLO, V1, Content.chat(new Message("user", "one")).withTitle("lost"));
        append(source, HELLO, V2, Content.chat(new Message("user", "two")));
        append(source, HELLO, V3, Content.chat(new Message("user", "one")));
        move(source, Stage.PRODUCTION, V2);
        assertThat(copy(counting, new CopyOptions(false, false, "eve")).versions(Outcome.ADDED)).isEqualTo(3);
        assertThat(counting.inStage(HELLO, Stage.PRODUCTION).orElseThrow().label().value()).isEqualTo("2");
        CopySummary again = copy(counting, new CopyOptions(false, false, "eve"));
        assertThat(again.versions(Outcome.THERE)).isEqualTo(3);
        assertThat(again.others(Outcome.THERE)).isEqualTo(1);
        append(source, HELLO, new VersionLabel("2.0.0"), Content.chat(new Message("user", "four")));
        assertThat(copy(counting, new CopyOptions(false, false, "eve")).versions(Outcome.ADDED)).isEqualTo(1);
        assertThat(counting.versions(HELLO).getFirst().label().value()).isEqualTo("4");
    }

    @Test
    void aStoreThatTakesNoVersionsIsRefusedAtOnce() {
        try (Store readOnly = Stores.discovered().open(StoreUri.parse("memory:x?readonly=true"))) {
            assertThatThrownBy(() -> copy(readOnly, new CopyOptions(false, false, "eve")))
                    .isInstanceOf(StoreException.Unsupported.class);
        }
    }

    @Test
    void aCancelledCopyTellsWhatItDidAndGoesOnLater() {
        for (int i = 0; i < 30; i++) {
            append(source, new PromptId("p" + i), V1, Content.plain("text " + i));
        }
        CopySummary first = new StoreCopy(source, target, new CopyOptions(false, false, "eve"))
                .run(AllPrompts.ids(source, Progress.NONE), items::add, new Progress() {
                    private long asked;

                    @Override
                    public void report(double fraction, long count) {}

                    @Override
                    public boolean isCancelled() {
                        return ++asked > 25;
                    }
                });
        assertThat(first.cancelled()).isTrue();
        long added = first.versions(Outcome.ADDED);
        assertThat(added).isBetween(1L, 29L).isEqualTo(target.count().prompts()).isEqualTo(items.size());
        CopySummary second = copy();
        assertThat(second.versions(Outcome.THERE)).isEqualTo(added);
        assertThat(second.versions(Outcome.ADDED)).isEqualTo(30 - added);
    }

    @Test
    void whatOfTheHistoryCannotBeCarriedOutIsReported() {
        twoVersions();
        source.deleteVersion(HELLO, V1, Act.by("bob", "Wrong"));
        assertThat(plan(target, new CopyOptions(false, false, "eve")).losses()).isEqualTo(2);
        copy();
        assertThat(items)
                .filteredOn(item -> item.outcome() == Outcome.LOST)
                .singleElement()
                .satisfies(item -> assertThat(item.losses())
                        .singleElement()
                        .satisfies(loss -> {
                            assertThat(loss.part()).isEqualTo(Part.HISTORY);
                            assertThat(loss.what().toString()).contains("2 deletions, renamings or moves");
                        }));
    }

    @Test
    void theRecordOfPromptsThatAreGoneIsReported() {
        twoVersions();
        source.promote(new Promotion(HELLO, Stage.STAGING, Optional.empty(), Optional.of(V1), Act.by("ada", "")));
        PromptId renamed = new PromptId("demo/renamed");
        source.rename(HELLO, renamed, Act.by("ada", ""));
        source.append(NewVersion.first(HELLO, V1, Content.plain("again"), "ada", ""));
        source.deletePrompt(HELLO, Act.by("bob", "Wrong"));
        source.append(NewVersion.first(HELLO, V1, Content.plain("and again"), "ada", ""));
        long before = source.history(Optional.of(renamed), 0, 100).items().size();
        items.clear();
        new StoreCopy(source, target, new CopyOptions(false, false, "eve")).planAll(items::add, Progress.NONE);
        assertThat(before).isPositive();
        assertThat(items)
                .filteredOn(item -> item.detail().toString().equals("the prompt was deleted"))
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.prompt()).contains(HELLO);
                    assertThat(item.losses().getFirst().what().toString()).isEqualTo("the record of 1 thing that was done with it");
                });
        source.deletePrompt(renamed, Act.by("bob", "Wrong"));
        items.clear();
        new StoreCopy(source, target, new CopyOptions(false, false, "eve")).runAll(items::add, Progress.NONE);
        assertThat(items)
                .filteredOn(item -> item.detail().toString().equals("the prompt was deleted"))
                .extracting(item -> item.prompt().orElseThrow())
                .containsExactly(HELLO, renamed);
    }
}
