package stemma.ui.promote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stemma.prompt.Content;
import stemma.prompt.HistoryEntry.StageMoved;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionLabel;
import stemma.registry.Promoting;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Promotion;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.memory.MemoryStoreDriver;
import stemma.ui.common.DirectTasks;

class PromoteModelTest {
    private static final PromptId PROMPT = new PromptId("p");
    private static final VersionLabel V1 = new VersionLabel("1.0.0");
    private static final VersionLabel V2 = new VersionLabel("1.1.0");

    private final Store store = new MemoryStoreDriver().open(StoreUri.of("memory", ""), Opening.at(Clock.systemUTC()));
    private final Set<Stage> guarded = new HashSet<>();
    private final List<StageMoved> moves = new ArrayList<>();

    @BeforeEach
    void fill() {
        store.append(NewVersion.first(PROMPT, V1, Content.plain("one"), "ada", ""));
        store.append(NewVersion.onTop(PROMPT, V1, V2, Content.plain("two"), "ada", ""));
    }

    @Test
    void aProtectedStageMovesOnlyWhenItsNameWasTyped() {
        guarded.add(Stage.PRODUCTION);
        PromoteModel model = model(V1, Stage.PRODUCTION);
        assertThat(model.nameToType()).hasValue(Stage.PRODUCTION);
        assertThat(model.canPromote().get()).isFalse();
        model.typedNameProperty().set("staging");
        model.promote(moves::add);
        assertThat(moves).isEmpty();
        model.typedNameProperty().set(" production ");
        assertThat(model.canPromote().get()).isTrue();
        model.promote(moves::add);
        assertThat(moves).hasSize(1);
    }

    @Test
    void otherStagesAskForNothing() {
        guarded.add(Stage.PRODUCTION);
        PromoteModel model = model(V1, Stage.STAGING);
        assertThat(model.nameToType()).isEmpty();
        assertThat(model.canPromote().get()).isTrue();
    }

    private PromoteModel model(VersionLabel label, Stage stage) {
        PromoteModel model =
                new PromoteModel(new Promoting(store), PROMPT, label, () -> "ada", guarded::contains, new DirectTasks());
        model.stageProperty().set(stage);
        return model;
    }

    @Test
    void theActIsNamedAndRecordedWithItsReason() {
        PromoteModel model = model(V1, Stage.PRODUCTION);
        assertThat(model.move()).isEqualTo("production: nothing → 1.0.0");
        assertThat(model.act()).isEqualTo("Promote 1.0.0 to production");
        model.reasonProperty().set(" launch ");
        model.promote(moves::add);
        assertThat(moves).singleElement().satisfies(moved -> {
            assertThat(moved.why()).isEqualTo("launch");
            assertThat(moved.who()).isEqualTo("ada");
        });
    }

    @Test
    void anOlderVersionIsARollBack() {
        model(V2, Stage.PRODUCTION).promote(moves::add);
        PromoteModel back = model(V1, Stage.PRODUCTION);
        assertThat(back.move()).isEqualTo("production: 1.1.0 → 1.0.0");
        assertThat(back.act()).isEqualTo("Roll production back to 1.0.0");
    }

    @Test
    void whatTheStageHoldsAlreadyCannotBePromotedToIt() {
        model(V2, Stage.PRODUCTION).promote(moves::add);
        PromoteModel again = model(V2, Stage.PRODUCTION);
        assertThat(again.canPromote().get()).isFalse();
        assertThat(again.problemProperty().get()).contains("production holds 1.1.0 already");
    }

    @Test
    void aStageThatMovedMeanwhileIsLookedAtAgain() {
        PromoteModel model = model(V2, Stage.PRODUCTION);
        store.promote(new Promotion(
                PROMPT, Stage.PRODUCTION, Optional.empty(), Optional.of(V1), Act.by("bob", "")));
        model.promote(moves::add);
        assertThat(moves).isEmpty();
        assertThat(model.problemProperty().get()).contains("meanwhile");
        assertThat(model.move()).isEqualTo("production: 1.0.0 → 1.1.0");
        model.promote(moves::add);
        assertThat(moves).hasSize(1);
    }

    @Test
    void aVersionGoesToStagingFirstAndThenToProduction() {
        List<Stage> stages = List.of(Stage.STAGING, Stage.PRODUCTION);
        Version version = store.get(PROMPT, V2);
        assertThat(PromoteModel.firstChoice(version, stages)).isEqualTo(Stage.STAGING);
        model(V2, Stage.STAGING).promote(moves::add);
        assertThat(PromoteModel.firstChoice(store.get(PROMPT, V2), stages)).isEqualTo(Stage.PRODUCTION);
    }
}
