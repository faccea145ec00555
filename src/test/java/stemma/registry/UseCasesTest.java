package stemma.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stemma.prompt.Content;
import stemma.prompt.HistoryEntry.StageMoved;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.registry.Deleting.Deleted;
import stemma.registry.Promoting.Direction;
import stemma.registry.Promoting.Plan;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.memory.MemoryStoreDriver;

class UseCasesTest {
    private static final PromptId PROMPT = new PromptId("support/greeting");
    private static final VersionLabel V1 = new VersionLabel("1.0.0");
    private static final VersionLabel V2 = new VersionLabel("1.1.0");
    private static final VersionLabel V3 = new VersionLabel("1.2.0");

    private final Store store = new MemoryStoreDriver().open(StoreUri.of("memory", ""), Opening.at(Clock.systemUTC()));
    private final Promoting promoting = new Promoting(store);
    private final Deleting deleting = new Deleting(store);

    @BeforeEach
    void fill() {
        store.append(NewVersion.first(PROMPT, V1, Content.plain("one"), "ada", "first"));
        store.append(NewVersion.onTop(PROMPT, V1, V2, Content.plain("two"), "bob", ""));
        store.append(NewVersion.onTop(PROMPT, V2, V3, Content.plain("three"), "ada", ""));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void savingOnAMovedHeadWritesNothingAndTellsTheirs() {
        Saving saving = new Saving(store);
        Saving.Request request = new Saving.Request(
                PROMPT, Optional.of(V2), new VersionLabel("1.3.0"), Content.plain("mine"), "eve", "");
        assertThat(saving.save(request)).isInstanceOfSatisfying(Saving.Outcome.HeadMoved.class, moved -> {
            assertThat(moved.theirs().label()).isEqualTo(V3);
            assertThat(moved.theirs().content()).isEqualTo(Content.plain("three"));
        });
        assertThat(store.versions(PROMPT)).hasSize(3);
        assertThat(saving.save(new Saving.Request(
                        PROMPT, Optional.of(V3), new VersionLabel("2.0.0"), Content.plain("mine"), "eve", "")))
                .isInstanceOf(Saving.Outcome.Saved.class);
        assertThat(store.versions(PROMPT).getFirst().parent()).contains(V3);
    }

    @Test
    void aTakenLabelIsNotMistakenForAMovedHead() {
        Saving.Request request =
                new Saving.Request(PROMPT, Optional.of(V3), V1, Content.plain("mine"), "eve", "");
        assertThatThrownBy(() -> new Saving(store).save(request))
                .isInstanceOf(StoreException.Conflict.class)
                .hasMessageContaining("1.0.0");
    }

    @Test
    void aSuggestedLabelIsNotInUse() {
        assertThat(new Saving(store).suggest(PROMPT, V1, VersionLabel.Step.MINOR)).isEqualTo(new VersionLabel("1.3.0"));
        assertThat(new Saving(store).suggest(PROMPT, V3, VersionLabel.Step.MAJOR)).isEqualTo(new VersionLabel("2.0.0"));
    }

    @Test
    void aPlanTellsWhatTheStageHoldsAndWhichWayItGoes() {
        Plan first = promoting.plan(PROMPT, V2, Stage.PRODUCTION);
        assertThat(first.direction()).isEqualTo(Direction.FIRST);
        promoting.promote(first, "ada", "why");
        assertThat(promoting.plan(PROMPT, V3, Stage.PRODUCTION).direction()).isEqualTo(Direction.FORWARD);
        assertThat(promoting.plan(PROMPT, V1, Stage.PRODUCTION).direction()).isEqualTo(Direction.BACK);
        assertThat(promoting.plan(PROMPT, V2, Stage.PRODUCTION).direction()).isEqualTo(Direction.NOWHERE);
        assertThat(promoting.plan(PROMPT, V3, Stage.PRODUCTION).holds().orElseThrow().label()).isEqualTo(V2);
    }

    @Test
    void aStalePlanIsAConflict() {
        Plan stale = promoting.plan(PROMPT, V2, Stage.PRODUCTION);
        promoting.promote(promoting.plan(PROMPT, V3, Stage.PRODUCTION), "bob", "");
        assertThatThrownBy(() -> promoting.promote(stale, "ada", "")).isInstanceOf(StoreException.Conflict.class);
        assertThat(store.inStage(PROMPT, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(V3);
    }

    @Test
    void undoOfTheFirstPromotionLeavesTheStageEmpty() {
        StageMoved moved = promoting.promote(promoting.plan(PROMPT, V2, Stage.STAGING), "ada", "");
        promoting.undo(moved, "ada", "oops");
        assertThat(store.inStage(PROMPT, Stage.STAGING)).isEmpty();
    }

    @Test
    void tagsThatSomebodyElseSetMeanwhileStay() {
        store.setTags(PROMPT, V1, Set.of("theirs", "old"));
        new Tagging(store).change(PROMPT, V1, Set.of("mine"), Set.of("old", "none"));
        assertThat(store.get(PROMPT, V1).info().tags()).containsExactly("mine", "theirs");
    }

    @Test
    void aDeletedPromptComesBackAsItWas() {
        store.setTags(PROMPT, V2, Set.of("launch"));
        promoting.promote(promoting.plan(PROMPT, V2, Stage.PRODUCTION), "ada", "");
        List<VersionInfo> before = store.versions(PROMPT);
        Deleted deleted = deleting.deletePrompt(PROMPT, "ada", "").orElseThrow();
        assertThat(store.find(PROMPT)).isEmpty();
        deleting.restore(deleted, "ada", "");
        assertThat(store.versions(PROMPT)).isEqualTo(before);
        assertThat(store.inStage(PROMPT, Stage.PRODUCTION).orElseThrow().content()).isEqualTo(Content.plain("two"));
    }

    @Test
    void aDeletedHeadComesBackButAnOlderVersionCannot() {
        assertThat(deleting.deleteVersion(PROMPT, V2, "ada", "")).isEmpty();
        Deleted head = deleting.deleteVersion(PROMPT, V3, "ada", "").orElseThrow();
        deleting.restore(head, "ada", "");
        assertThat(store.versions(PROMPT)).extracting(VersionInfo::label).containsExactly(V3, V1);
    }

    @Test
    void nothingIsPutBackOverWhatWasSavedMeanwhile() {
        Deleted head = deleting.deleteVersion(PROMPT, V3, "ada", "").orElseThrow();
        store.append(NewVersion.onTop(PROMPT, V2, new VersionLabel("3.0.0"), Content.plain("new"), "bob", ""));
        assertThatThrownBy(() -> deleting.restore(head, "ada", "")).isInstanceOf(StoreException.Conflict.class);
        assertThat(store.versions(PROMPT)).hasSize(3);
    }

    @Test
    void aStageThatSomebodyElseUsesByNowIsLeftAndTold() {
        promoting.promote(promoting.plan(PROMPT, V3, Stage.PRODUCTION), "ada", "");
        promoting.promote(promoting.plan(PROMPT, V3, Stage.STAGING), "ada", "");
        Deleted head = deleting.deleteVersion(PROMPT, V3, "ada", "").orElseThrow();
        promoting.promote(promoting.plan(PROMPT, V2, Stage.PRODUCTION), "bob", "");

        assertThat(deleting.restore(head, "ada", "")).containsExactly(Stage.PRODUCTION);
        assertThat(store.inStage(PROMPT, Stage.PRODUCTION).orElseThrow().label()).isEqualTo(V2);
        assertThat(store.inStage(PROMPT, Stage.STAGING).orElseThrow().label()).isEqualTo(V3);
    }

    @Test
    void puttingBackGoesOnWhereItWasInterrupted() {
        promoting.promote(promoting.plan(PROMPT, V3, Stage.PRODUCTION), "ada", "");
        List<VersionInfo> before = store.versions(PROMPT);
        Deleted deleted = deleting.deletePrompt(PROMPT, "ada", "").orElseThrow();
        Deleting cut = new Deleting(Troubled.store(store, "append", args -> ((NewVersion) args[0])
                .label()
                .equals(V3)));
        assertThatThrownBy(() -> cut.restore(deleted, "ada", "")).isInstanceOf(StoreException.Corrupt.class);
        assertThat(store.versions(PROMPT)).hasSize(2);

        assertThat(deleting.restore(deleted, "ada", "")).isEmpty();
        assertThat(store.versions(PROMPT)).isEqualTo(before);
        assertThat(deleting.restore(deleted, "ada", "")).isEmpty();
        assertThat(store.versions(PROMPT)).isEqualTo(before);
    }

    @Test
    void aPromptThatWasMadeAnewIsNotMixedWithTheDeletedOne() {
        Deleted deleted = deleting.deletePrompt(PROMPT, "ada", "").orElseThrow();
        store.append(NewVersion.first(PROMPT, V1, Content.plain("another"), "bob", ""));
        assertThatThrownBy(() -> deleting.restore(deleted, "ada", "")).isInstanceOf(StoreException.Conflict.class);
        assertThat(store.versions(PROMPT)).hasSize(1);
    }

    @Test
    void whatIsDamagedIsDeletedWithoutAWayBack() {
        Deleting damaged = new Deleting(Troubled.store(store, "get", args -> args[1].equals(V3)));
        assertThat(damaged.deleteVersion(PROMPT, V3, "ada", "")).isEmpty();
        assertThat(store.versions(PROMPT)).extracting(VersionInfo::label).containsExactly(V2, V1);

        Deleting damagedToo = new Deleting(Troubled.store(store, "get", args -> args[1].equals(V1)));
        assertThat(damagedToo.deletePrompt(PROMPT, "ada", "")).isEmpty();
        assertThat(store.find(PROMPT)).isEmpty();
    }
}
