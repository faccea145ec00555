package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.cli.PageExamples;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.settings.Home;
import stemma.ui.Showcase;

/// Whoever follows `docs/tutorial.md` step by step gets to its end. Draws the page's pictures on the way.
class TutorialTest {
    private static final Path PAGE = Path.of("docs/tutorial.md");
    private static final PromptId GREETING = new PromptId("support/greeting");

    @TempDir
    Path folder;

    @Test
    void everyStepHolds() throws Exception {
        Home home = new Home(folder.resolve("home"));
        SampleHome.set(home, SampleHome::light);
        try (OpenWindow window = OpenWindow.on(home)) {
            openTheSamples(window);
            findAPrompt(window);
            seeWhatChanged(window);
            saveAVersion(window);
            promoteAndTakeBack(window);
        }
        assertThat(new PageExamples(home, folder).run(PAGE)).isEqualTo(5);
    }

    private static void openTheSamples(OpenWindow window) throws Exception {
        says("Look around in the sample registry");
        window.awaitText("Look around in the sample registry");
        window.await("the first door has the keyboard", () -> window.keyboardOwnerNow() instanceof Button door
                && "samples".equals(door.getId()));
        window.picture("tutorial-welcome");
        window.keys(KeyCode.ENTER);
        window.awaitText("10 prompts");
        says("Show me around");
        window.button("Show me around");
        says("Start empty");
        window.button("Start empty");
    }

    private static void findAPrompt(OpenWindow window) throws Exception {
        says("**Ctrl+L** and type `support/gre`", "**Down** twice and **Enter**");
        window.keys("Shortcut+L");
        window.typeInto("filter", "support/gre");
        window.await("one is left", () -> window.view().browserModel().shownProperty().get().rows().size() == 1);
        window.keys(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        PromptTab tab = window.awaitFront(GREETING.value());
        assertThat(tab.history().versionsProperty().get()).hasSize(5);
        assertThat(inStage(window, Stage.STAGING)).isEqualTo("1.3.0");
        assertThat(inStage(window, Stage.PRODUCTION)).isEqualTo("1.2.0");
    }

    private static void seeWhatChanged(OpenWindow window) throws Exception {
        says("**F6**", "**Ctrl+D**", "**F7**", "**Shift+F7**", "**Ctrl+W**");
        window.keys(KeyCode.F6);
        window.keys("Shortcut+D");
        window.awaitText("support/greeting 1.2.0 · production");
        window.awaitText("support/greeting 1.3.0 · staging");
        window.await("the keyboard is in the compare", () -> window.keyboardOwnerNow() instanceof Node rows
                && rows.getStyleClass().contains("row-list"));
        window.keys(KeyCode.F7, KeyCode.F7);
        window.awaitText("2 of ");
        window.keys("Shift+F7");
        window.awaitText("1 of ");
        window.picture("tutorial-compare");
        window.keys("Shortcut+W");
        window.awaitFront(GREETING.value());
    }

    private static void saveAVersion(OpenWindow window) throws Exception {
        says("`Be kind. `", "**Ctrl+S**", "`Kindness first`", "*Save version 1.3.1*");
        window.typeIntoPrompt("Be kind. ");
        window.await("a dot in the tab", () -> window.tabTexts().contains("• greeting"));
        window.keys("Shortcut+S");
        window.typeInto("message", "Kindness first");
        window.press("Save version 1.3.1");
        window.awaitText("Saved support/greeting 1.3.1");
    }

    private static void promoteAndTakeBack(OpenWindow window) throws Exception {
        says("**Ctrl+M**", "`Kinder answers`", "*Promote 1.3.1 to production*", "*Undo*");
        PromptTab tab = window.awaitFront(GREETING.value());
        window.await("the version is listed", () -> tab.history().versionsProperty().get().size() == 6);
        window.choose("1.3.1");
        window.keys("Shortcut+M");
        @SuppressWarnings("unchecked")
        ComboBox<Stage> stage = (ComboBox<Stage>) window.find(ComboBox.class, "stage");
        Showcase.run(() -> stage.setValue(Stage.PRODUCTION));
        window.awaitText("production: 1.2.0 → 1.3.1");
        window.typeInto("reason", "Kinder answers");
        window.await("what it changes", () -> window.texts().contains("unchanged line"));
        window.picture("tutorial-promote");
        window.press("Promote 1.3.1 to production");
        window.awaitText("support/greeting production: 1.2.0 → 1.3.1");
        window.press("Undo");
        window.await("production is as before", () -> inStage(window, Stage.PRODUCTION).equals("1.2.0"));
    }

    private static String inStage(OpenWindow window, Stage stage) {
        return window.store()
                .inStage(GREETING, stage)
                .map(version -> version.label().value())
                .orElse("");
    }

    /// What is done here stands on the page.
    private static void says(String... parts) throws Exception {
        assertThat(Files.readString(PAGE).replaceAll("\\s+", " ")).contains(parts);
    }
}
