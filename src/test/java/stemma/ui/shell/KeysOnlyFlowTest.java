package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.HistoryEntry.StageMoved;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.settings.Home;
import stemma.ui.Showcase;

/// From the first start to a promotion with keys alone: nothing is clicked, and no part of the window is told anything.
/// The test only looks at what has the keyboard, at what can be read, and at the store.
class KeysOnlyFlowTest {
    private static final PromptId TRIAGE = new PromptId("support/triage");

    @TempDir
    Path folder;

    @Test
    void theFirstStartACompareAndAPromotionNeedNoMouse() throws Exception {
        Home home = new Home(folder.resolve("home"));
        SampleHome.set(home, SampleHome::light);
        try (OpenWindow window = OpenWindow.on(home)) {
            window.awaitText("Welcome to Stemma");
            awaitKeyboard(window, "samples");
            window.picture("keys-1-welcome");
            window.keys(KeyCode.TAB);
            awaitKeyboard(window, "open");
            window.keys(KeyCode.DOWN);
            awaitKeyboard(window, "imports");
            window.keys(KeyCode.TAB);
            window.picture("keys-1-link");
            assertThat(focusedText(window)).isEqualTo("Show me around on the samples");
            window.keys("Shift+Tab", "Up", "Up");
            awaitKeyboard(window, "samples");
            window.keys(KeyCode.ENTER);
            awaitKeyboard(window, "tree");
            window.awaitText("10 prompts");
            window.picture("keys-2-samples");

            window.keys("Shortcut+L");
            window.typeInto("filter", "triage");
            window.await("one is left", () -> window.view().browserModel().shownProperty().get().rows().size() == 1);
            window.keys(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
            window.awaitFront(TRIAGE.value());
            awaitKeyboard(window, "text");
            window.keys(KeyCode.F6);
            awaitKeyboard(window, "versions");
            window.keys("Shift+Down");
            window.picture("keys-3-versions");
            window.keys("Shortcut+D");
            window.awaitText("support/triage 1.2.0");
            window.awaitText("support/triage 2.0.0");
            window.await("the keyboard is in the compare", () -> isIn(window, "rows-view"));
            window.keys(KeyCode.F7);
            window.awaitText("1 of ");
            window.keys(KeyCode.F7);
            window.awaitText("2 of ");
            window.keys("Shift+F7");
            window.awaitText("1 of ");
            window.picture("keys-4-compare");

            window.keys(KeyCode.F6);
            awaitKeyboard(window, "tree");
            window.keys(KeyCode.F6);
            window.await("the keyboard is in the compare", () -> isIn(window, "rows-view"));
            window.keys("Shortcut+W");
            window.awaitFront(TRIAGE.value());
            window.keys("Shortcut+M");
            awaitKeyboard(window, "reason");
            window.awaitText("production: 1.2.0 → 2.0.0");
            window.await("what it changes", () -> window.texts().contains("unchanged line"));
            window.type("Router 5.2 is out");
            window.picture("keys-5-promote");
            window.keys(KeyCode.ENTER);
            window.awaitText("support/triage production: 1.2.0 → 2.0.0");
            assertThat(inProduction(window)).contains("2.0.0");
            assertThat(newestMove(window).why()).isEqualTo("Router 5.2 is out");
            assertThat(newestMove(window).who()).isEqualTo("Ada");

            for (int i = 0; i < 6 && !isIn(window, "notice"); i++) {
                window.keys(KeyCode.F6);
            }
            for (int i = 0; i < 3 && !focusedText(window).equals("Undo"); i++) {
                window.keys(KeyCode.TAB);
            }
            window.picture("keys-6-undo");
            assertThat(focusedText(window)).isEqualTo("Undo");
            window.keys(KeyCode.SPACE);
            window.await("production is as before", () -> inProduction(window).equals(Optional.of("1.2.0")));
            window.await("the keyboard is somewhere", () -> window.scene().getFocusOwner() != null);
        }
        assertThat(SampleHome.get(home, Remembered.WELCOMED)).isTrue();
    }

    private static Optional<String> inProduction(OpenWindow window) {
        return window.store().inStage(TRIAGE, Stage.PRODUCTION).map(version -> version.label().value());
    }

    private static StageMoved newestMove(OpenWindow window) {
        return window.store().history(Optional.of(TRIAGE), 0, 10).items().stream()
                .filter(StageMoved.class::isInstance)
                .map(StageMoved.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static void awaitKeyboard(OpenWindow window, String where) {
        window.await("the keyboard is in " + where + " and not in " + focused(window), () -> focused(window).equals(where));
    }

    private static String focused(OpenWindow window) {
        Node owner = window.keyboardOwner();
        if (owner == null) {
            return "nothing";
        }
        return owner.getClass().getName().startsWith("stemma.ui.text")
                ? "text"
                : Objects.requireNonNullElse(owner.getId(), owner.getClass().getSimpleName());
    }

    private static String focusedText(OpenWindow window) {
        return window.keyboardOwner() instanceof Labeled labeled ? Objects.requireNonNullElse(labeled.getText(), "") : "";
    }

    private static boolean isIn(OpenWindow window, String style) {
        return Showcase.call(() -> {
            for (Node at = window.scene().getFocusOwner(); at != null; at = at.getParent()) {
                if (at.getStyleClass().contains(style)) {
                    return true;
                }
            }
            return false;
        });
    }
}
