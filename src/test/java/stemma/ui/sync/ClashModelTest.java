package stemma.ui.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static stemma.ui.sync.TwoClones.GREETING;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.Synchronising.Clash;
import stemma.store.Synchronising.Merged;
import stemma.store.Synchronising.Side;
import stemma.store.file.QuickFolder;
import stemma.ui.common.DirectTasks;

/// Bob decides about what clashes with Ada's changes.
class ClashModelTest {
    @TempDir(factory = QuickFolder.class)
    Path folder;

    private TwoClones clones;
    private final List<Merged> merges = new ArrayList<>();
    private ClashModel model;

    @BeforeEach
    void clash() throws Exception {
        clones = new TwoClones(folder);
        clones.makeClashes();
        clones.bob.synchronising().fetch();
        model = new ClashModel(
                clones.bob, clones.bob.synchronising().merge(Map.of()).clashes(), new DirectTasks(), merges::add);
    }

    @AfterEach
    void close() {
        clones.close();
    }

    private Decision of(Clash.Kind kind) {
        return model.decisions().stream()
                .filter(decision -> decision.clash().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private void decide(Clash.Kind kind, Side side) {
        model.chosenProperty().set(Optional.of(of(kind)));
        model.decide(side);
    }

    @Test
    void bothVersionsOfALabelCanBeCompared() {
        model.chosenProperty().set(Optional.of(of(Clash.Kind.VERSION)));
        ClashModel.Comparison both = model.comparisonProperty().get().orElseThrow();
        assertThat(both.here()).isEqualTo(Content.plain("Hi {{name}}, how can I help you?"));
        assertThat(both.there()).isEqualTo(Content.plain("Hello {{name}}, what can we do for you today?"));
        model.chosenProperty().set(Optional.of(of(Clash.Kind.STAGE)));
        assertThat(model.comparisonProperty().get()).isEmpty();
        assertThat(model.problemProperty().get()).isEmpty();
    }

    @Test
    void bothSidesCanHoldForAVersionOnly() {
        decide(Clash.Kind.STAGE, Side.BOTH);
        assertThat(of(Clash.Kind.STAGE).sideProperty().get()).isEmpty();
        decide(Clash.Kind.VERSION, Side.BOTH);
        assertThat(of(Clash.Kind.VERSION).sideProperty().get()).contains(Side.BOTH);
        assertThat(model.undecidedProperty().get()).isOne();
    }

    @Test
    void nothingIsMergedBeforeEverythingIsDecided() {
        decide(Clash.Kind.VERSION, Side.THERE);
        model.merge();
        assertThat(merges).isEmpty();
        assertThat(TwoClones.text(clones.bob, "1.1.0")).startsWith("Hi");
        assertThat(model.doneProperty().get()).isFalse();
    }

    @Test
    void keepingBothGivesTheVersionHereTheNextLabel() {
        decide(Clash.Kind.VERSION, Side.BOTH);
        decide(Clash.Kind.STAGE, Side.HERE);
        model.merge();
        // The stage is at a version of another label then, which is another clash than the one decided.
        assertThat(model.doneProperty().get()).isFalse();
        assertThat(model.problemProperty().get()).isNotEmpty();
        assertThat(of(Clash.Kind.STAGE).clash().here()).hasToString("1.1.1");
        assertThat(of(Clash.Kind.VERSION).sideProperty().get()).as("stays decided").contains(Side.BOTH);
        assertThat(model.decisions()).hasSize(2);
        assertThat(model.undecidedProperty().get()).isOne();
        assertThat(TwoClones.text(clones.bob, "1.1.0")).as("nothing was written").startsWith("Hi");
        decide(Clash.Kind.STAGE, Side.HERE);
        model.merge();
        assertThat(merges).hasSize(1);
        assertThat(TwoClones.text(clones.bob, "1.1.1")).startsWith("Hi");
        assertThat(clones.bob.inStage(GREETING, Stage.PRODUCTION).orElseThrow().label())
                .isEqualTo(new VersionLabel("1.1.1"));
    }

    @Test
    void aClashThatChangedMeanwhileIsDecidedAgain() {
        model.decideAll(Side.HERE);
        TwoClones.promote(clones.ada, "1.1.0");
        TwoClones.onTop(clones.ada, "1.1.0", "1.2.0", "ada", "Good day");
        TwoClones.promote(clones.ada, "1.2.0");
        clones.ada.synchronising().push();
        clones.bob.synchronising().fetch();
        model.merge();
        assertThat(model.doneProperty().get()).isFalse();
        assertThat(model.chosenProperty().get().orElseThrow().clash().there()).hasToString("1.2.0");
        assertThat(model.undecidedProperty().get()).isOne();
        model.decideAll(Side.THERE);
        model.merge();
        assertThat(model.doneProperty().get()).isTrue();
        assertThat(TwoClones.text(clones.bob, "1.1.0")).contains("what can we do");
    }

    @Test
    void whatPreventsTheMergeIsToldAndCanBeTriedAgain() throws Exception {
        model.decideAll(Side.THERE);
        Path file = folder.resolve("bob/support/greeting/stages.txt");
        byte[] committed = Files.readAllBytes(file);
        Files.writeString(file, "production 1.0.0\n# being edited\n");
        model.merge();
        assertThat(model.problemProperty().get()).contains("stages.txt");
        assertThat(model.mergingProperty().get()).isFalse();
        assertThat(merges).isEmpty();
        Files.write(file, committed);
        model.merge();
        assertThat(merges).hasSize(1);
        assertThat(model.problemProperty().get()).isEmpty();
    }
}
