package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.PromptId;
import stemma.settings.Home;
import stemma.ui.Showcase;

/// The window without a mouse.
class KeyboardFlowTest {
    @TempDir
    Path folder;

    private Home home = new Home(Path.of("unused"));

    @BeforeEach
    void prepare() throws Exception {
        home = SampleHome.at(folder.resolve("home"));
    }

    @Test
    void oneKeyGoesRoundThePanes() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            window.keys("Shortcut+L");
            awaitKeyboard(window, "filter");
            window.keys(KeyCode.DOWN);
            awaitKeyboard(window, "tree");
            window.picture("focus-list");
            window.keys(KeyCode.F6);
            awaitKeyboard(window, "text");
            window.keys(KeyCode.F6);
            awaitKeyboard(window, "versions");
            assertThat(window.versions().getSelectionModel().getSelectedIndices()).containsExactly(0);
            window.picture("focus-versions");
            window.keys(KeyCode.F6);
            awaitKeyboard(window, "tree");
        }
    }

    @Test
    void theNameOfANewPromptGoesOnAfterTheSuggestedFolder() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            window.keys("Shortcut+N");
            TextField name = window.find(TextField.class, field -> field.getText().equals("support/"));
            window.await("it has the keyboard", name::isFocused);
            window.type("new");
            assertThat(name.getText()).isEqualTo("support/new");
            window.keys(KeyCode.ESCAPE);
        }
    }

    @Test
    void theLastChangeThatIsTakenOverIsGivenBackByKeys() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            window.typeIntoPrompt("Mind this. ");
            window.keys("Shortcut+Alt+D");
            window.awaitText("1 change");
            window.keys(KeyCode.F7);
            window.awaitText("Change 1 of 1");
            window.keys(KeyCode.T);
            window.awaitText("Both sides are equal.");
            window.settle();
            window.keys("Shortcut+Z");
            window.awaitText("Change 1 of 1");
        }
    }

    @Test
    void theKeyboardStaysNearATabThatIsClosed() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            window.open("support/triage");
            awaitKeyboard(window, "text");
            window.keys(KeyCode.F6);
            awaitKeyboard(window, "versions");
            window.keys("Shortcut+W");
            awaitKeyboard(window, "text");
            window.keys("Shortcut+W");
            awaitKeyboard(window, "tree");
        }
    }

    @Test
    void theKeyboardStaysNearAPromptThatIsDeletedOrRenamed() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            window.open("support/triage");
            awaitKeyboard(window, "text");
            Platform.runLater(() -> window.view().rename(new PromptId("support/triage")));
            window.await("the id is chosen", () -> window.keyboardOwnerNow() instanceof TextField field
                    && field.getSelectedText().equals("support/triage"));
            window.type("support/sorting");
            window.keys(KeyCode.ENTER);
            window.awaitFront("support/sorting");
            awaitKeyboard(window, "text");
            Platform.runLater(() -> window.view().delete(new PromptId("support/sorting")));
            window.press("Delete prompt");
            window.awaitFront("support/greeting");
            awaitKeyboard(window, "text");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theMenuKeyOpensTheMenuOfWhatHasTheKeyboard() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            awaitKeyboard(window, "text");
            window.keys(KeyCode.F6);
            awaitKeyboard(window, "versions");
            for (String keys : List.of("Context Menu", "Shift+F10")) {
                window.keys(keys);
                window.awaitText("Blame this version");
                window.keys(KeyCode.ESCAPE);
                window.await("it is gone", () -> !window.texts().contains("Blame this version"));
            }
        }
    }

    @Test
    void commandsMeanThePromptWhoseCompareIsInFront() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            window.keys("Shortcut+D");
            window.await("a compare", () -> window.tabTexts().size() == 2);
            window.open("support/triage");
            Showcase.run(() -> ((TabPane) window.scene().getRoot().lookup(".prompt-tabs"))
                    .getSelectionModel()
                    .select(1));
            window.keys("Shortcut+M");
            window.awaitText("Promote 1.3.0");
            window.keys(KeyCode.ESCAPE);
        }
    }

    @Test
    void aPromptThatIsOnlyChosenInTheListIsComparedToo() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            window.keys("Shortcut+W");
            window.await("no tab", () -> window.tabTexts().isEmpty());
            window.keys("Shortcut+D");
            window.awaitText("support/greeting 1.2.0 · production");
        }
    }

    @Test
    void theKeyboardIsInTheListAfterTheStart() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.await("the list has it", () -> Set.of("tree", "list").contains(focused(window)));
        }
    }

    @Test
    void aCommandThatWaitsForItsPromptToBeReadIsNotForgotten() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            window.keys("Shortcut+W");
            window.await("no tab", () -> window.tabTexts().isEmpty());
            window.keys("Shortcut+D");
            for (int i = 0; i < 4; i++) {
                System.gc();
            }
            window.awaitText("support/greeting 1.2.0 · production");
        }
    }

    @Test
    void theArrowFromTheFilterGoesToTheFirstPromptThatIsFound() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.await("samples are listed", () -> window.view().browserModel().shownProperty().get().total() == 10);
            window.keys("Shortcut+L");
            window.typeInto("filter", "support");
            window.await("three are left", () -> window.view().browserModel().shownProperty().get().rows().size() == 3);
            window.keys(KeyCode.DOWN, KeyCode.ENTER);
            window.awaitFront("support/escalation-summary");
        }
    }

    @Test
    void aPromptIsFoundOpenedComparedAndClosedByKeysAlone() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.await("samples are listed", () -> window.view().browserModel().shownProperty().get().total() == 10);
            window.keys("Shortcut+L");
            window.typeInto("filter", "triage");
            window.await("one is left", () -> window.view().browserModel().shownProperty().get().rows().size() == 1);
            window.keys(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
            window.awaitFront("support/triage");
            window.await("the caret is in the text", () -> focused(window).equals("text"));
            window.keys("Shortcut+D");
            window.awaitText("support/triage 1.2.0 · production");
            window.awaitText("support/triage 2.0.0 · staging");
            window.keys("Shortcut+W");
            assertThat(window.tabTexts()).containsExactly("triage");
            window.keys("Shortcut+W");
            assertThat(window.tabTexts()).isEmpty();
            window.keys("Shortcut+Shift+T");
            window.awaitFront("support/triage");
            window.await("the caret is in the text", () -> focused(window).equals("text"));
        }
    }

    @Test
    void whatHasTheKeyboardCanBeSeen() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            window.keys("Shortcut+L");
            for (int i = 0; i < 3; i++) {
                window.keys(KeyCode.TAB);
            }
            window.pictures("focus-button");
        }
    }

    private static void awaitKeyboard(OpenWindow window, String where) {
        window.await("the keyboard is in " + where, () -> focused(window).equals(where));
    }

    private static String focused(OpenWindow window) {
        return Showcase.call(() -> {
            Node owner = window.scene().getFocusOwner();
            if (owner == null) {
                return "nothing";
            }
            return owner.getClass().getName().startsWith("stemma.ui.text")
                    ? "text"
                    : Objects.requireNonNullElse(owner.getId(), owner.getClass().getSimpleName());
        });
    }
}
