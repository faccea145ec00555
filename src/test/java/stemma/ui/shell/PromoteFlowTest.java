package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.HistoryEntry.StageMoved;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.settings.Home;
import stemma.store.Act;
import stemma.store.Promotion;
import stemma.ui.Showcase;

/// Moving a stage after seeing what that changes, and taking it back.
class PromoteFlowTest {
    private static final PromptId PROMPT = new PromptId("support/greeting");

    @TempDir
    Path folder;

    private Home home = new Home(Path.of("unused"));

    @BeforeEach
    void prepare() throws Exception {
        home = SampleHome.at(folder.resolve("home"));
    }

    @Test
    void aPromotionShowsWhatItChangesAndCanBeTakenBack() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open(PROMPT.value());
            window.choose("1.3.0");
            window.press("Promote…");
            window.awaitText("production: 1.2.0 → 1.3.0");
            window.await("what it changes", () -> window.texts().contains("unchanged line"));
            window.typeInto("reason", "It did well for a week");
            window.pictures("promote");
            window.press("Promote 1.3.0 to production");

            window.awaitText("support/greeting production: 1.2.0 → 1.3.0");
            assertThat(inProduction(window)).contains("1.3.0");
            StageMoved move = newestMove(window);
            assertThat(move.who()).isEqualTo("Ada");
            assertThat(move.why()).isEqualTo("It did well for a week");
            showStageHistory(window);
            window.awaitText("It did well for a week");
            window.pictures("promoted");

            window.press("Undo");
            window.await("production is as before", () -> inProduction(window).equals(Optional.of("1.2.0")));
            window.awaitText("production: 1.3.0 → 1.2.0");
            window.await("the history tells both", () -> window.texts().contains("Taken back"));
            window.picture("promotion-undone");
        }
    }

    @Test
    void rollingBackIsThePromotionOfAnOlderVersion() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open(PROMPT.value());
            window.choose("1.0.1");
            window.keys("Shortcut+M");
            window.awaitText("staging: 1.3.0 → 1.0.1");
            window.awaitText("rolling back");
            window.picture("roll-back");
            window.press("Roll staging back to 1.0.1");
            window.await("staging is back", () -> window.store()
                    .inStage(PROMPT, Stage.STAGING)
                    .map(version -> version.label().value())
                    .equals(Optional.of("1.0.1")));
        }
    }

    @Test
    void aStageThatSomebodyMovedMeanwhileIsNotMovedBlindly() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open(PROMPT.value());
            window.choose("1.3.0");
            window.press("Promote…");
            window.awaitText("production: 1.2.0 → 1.3.0");
            window.store()
                    .promote(new Promotion(
                            PROMPT,
                            Stage.PRODUCTION,
                            Optional.of(new VersionLabel("1.2.0")),
                            Optional.of(new VersionLabel("1.1.0")),
                            Act.by("Bob", "")));
            window.press("Promote 1.3.0 to production");
            window.awaitText("Somebody moved the stage meanwhile");
            assertThat(inProduction(window)).contains("1.1.0");
            window.awaitText("production: 1.1.0 → 1.3.0");
            window.picture("promote-moved");
        }
    }

    @Test
    void aMoveIsComparedWithWhatWasThereBefore() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open(PROMPT.value());
            showStageHistory(window);
            ListView<?> moves = window.find(ListView.class, "moves");
            Showcase.run(() -> {
                moves.getSelectionModel().select(moves.getItems().stream()
                        .map(StageMoved.class::cast)
                        .filter(move -> move.from().isPresent() && move.to().isPresent())
                        .findFirst()
                        .map(moves.getItems()::indexOf)
                        .orElseThrow());
                moves.requestFocus();
                moves.getContextMenu().getOnShowing().handle(new WindowEvent(null, WindowEvent.WINDOW_SHOWING));
            });
            assertThat(moves.getContextMenu().getItems().stream()
                            .filter(item -> !(item instanceof SeparatorMenuItem)))
                    .hasSize(3)
                    .noneMatch(MenuItem::isDisable);
            window.keys(KeyCode.ENTER);
            window.await("a compare is in front", () -> window.view().frontCompare().isPresent());
        }
    }

    private static Optional<String> inProduction(OpenWindow window) {
        return window.store().inStage(PROMPT, Stage.PRODUCTION).map(version -> version.label().value());
    }

    private static StageMoved newestMove(OpenWindow window) {
        return window.store().history(Optional.of(PROMPT), 0, 10).items().stream()
                .filter(StageMoved.class::isInstance)
                .map(StageMoved.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static void showStageHistory(OpenWindow window) {
        TabPane history = window.find(TabPane.class, "history");
        Showcase.run(() -> history.getSelectionModel().select(1));
    }
}
