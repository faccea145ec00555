package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import stemma.draft.Drafts;
import stemma.prompt.PromptId;
import stemma.settings.Home;
import stemma.store.StoreUri;
import stemma.ui.Showcase;

/// Drafts outlive the process, however it ends.
class DraftFlowTest {
    private static final PromptId PROMPT = new PromptId("meetings/summary");
    private static final String TYPED = "Mention the weather. ";

    @TempDir
    Path folder;

    private Home home = new Home(Path.of("unused"));

    @BeforeEach
    void prepare() throws Exception {
        home = SampleHome.at(folder.resolve("home"));
    }

    @Test
    void aDraftIsThereAgainWithItsMarkAfterTheProcessWasKilled() throws Exception {
        typeAndKill();
        try (OpenWindow window = OpenWindow.on(home)) {
            window.await("the list marks the draft", () -> window.view().browserModel().shownProperty().get().rows().stream()
                    .anyMatch(row -> row.id().equals(PROMPT) && row.hasDraft()));
            PromptTab tab = window.open(PROMPT.value());
            assertThat(textOf(tab)).startsWith(TYPED);
            assertThat(window.tabTexts()).contains("• summary");
            window.awaitText("Unsaved draft from");
            window.pictures("draft-restored");

            String saved = window.store()
                    .get(PROMPT, window.store().find(PROMPT).orElseThrow().head())
                    .content()
                    .messages()
                    .getFirst()
                    .text();
            Showcase.run(tab::focusText);
            window.keys("Shortcut+Home");
            for (int i = 0; i < TYPED.length(); i++) {
                window.keys("Delete");
            }
            window.await("it reads as the saved text", () -> textOf(tab).equals(saved));
            window.await("the mark is gone", () -> window.tabTexts().contains("summary"));
            window.await("the draft file is gone", () -> drafts().find(PROMPT).isEmpty());
            assertThat(window.view().browserModel().shownProperty().get().rows()).noneMatch(row -> row.hasDraft());
        }
    }

    @Test
    void undoToTheSavedTextClearsTheMark() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open(PROMPT.value());
            window.typeIntoPrompt("x");
            window.await("the tab is marked", () -> window.tabTexts().contains("• summary"));
            window.await("the draft is on the disk", () -> drafts().find(PROMPT).isPresent());
            window.keys("Shortcut+Z");
            window.await("the mark is gone", () -> window.tabTexts().contains("summary"));
            window.await("the draft file is gone", () -> drafts().find(PROMPT).isEmpty());
        }
    }

    @Test
    void openingAPromptIsNoStepThatCanBeUndone() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            PromptTab tab = window.open(PROMPT.value());
            String opened = textOf(tab);
            window.typeIntoPrompt("");
            window.keys("Shortcut+Z");
            assertThat(textOf(tab)).isEqualTo(opened);
            assertThat(tab.editor().dirtyProperty().get()).isFalse();
        }
    }

    @Test
    void aDraftGoesAwayByANamedActAndComesBackFromItsNotice() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            PromptTab tab = window.open(PROMPT.value());
            window.typeIntoPrompt(TYPED);
            window.press("Discard draft…");
            window.awaitText("What you have not saved of meetings/summary goes away.");
            window.picture("discard");
            window.press("Discard draft");
            window.await("the mark is gone", () -> window.tabTexts().contains("summary"));
            window.press("Restore");
            window.await("the text is back", () -> textOf(tab).startsWith(TYPED));
        }
        try (OpenWindow again = OpenWindow.on(home)) {
            assertThat(textOf(again.open(PROMPT.value()))).startsWith(TYPED);
        }
    }

    private static String textOf(PromptTab tab) {
        return tab.editor().content().messages().getFirst().text();
    }

    private Drafts drafts() {
        return new Drafts(home.drafts(), StoreUri.of("h2", home.embeddedStore().toString()).toString());
    }

    private void typeAndKill() throws Exception {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-D") || argument.startsWith("--enable"))
                .forEach(command::add);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                KilledWindow.class.getName(),
                home.folder().toString(),
                PROMPT.value(),
                TYPED));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader output = process.inputReader()) {
            StringBuilder said = new StringBuilder();
            for (String line = output.readLine(); !"typed".equals(line); line = output.readLine()) {
                assertThat(line).as("what the process said: " + said).isNotNull();
                said.append(line).append('\n');
            }
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> drafts()
                    .find(PROMPT)
                    .filter(draft -> draft.text().toString().contains(TYPED))
                    .isPresent());
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
