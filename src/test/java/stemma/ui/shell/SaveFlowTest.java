package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.settings.Home;
import stemma.store.NewVersion;
import stemma.store.Store;

/// Edit, save, and somebody else saving meanwhile.
class SaveFlowTest {
    private static final PromptId PROMPT = new PromptId("support/triage");

    @TempDir
    Path folder;

    private Home home = new Home(Path.of("unused"));

    @BeforeEach
    void prepare() throws Exception {
        home = SampleHome.at(folder.resolve("home"));
    }

    @Test
    void whatIsTypedBecomesTheNextVersion() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            PromptTab tab = window.open(PROMPT.value());
            window.typeIntoPrompt("Be kind. ");
            window.await("the tab is marked", () -> window.tabTexts().contains("• triage"));
            window.picture("edited");

            window.keys("Shortcut+S");
            window.typeInto("message", "Kindness first");
            window.await("a label is suggested", () -> window.hasButton("Save version 2.0.1"));
            window.pictures("save");
            window.keys("Shortcut+Enter");

            window.awaitText("Saved support/triage 2.0.1");
            window.await("the mark is gone", () -> window.tabTexts().contains("triage"));
            window.await("the history shows it", () -> labels(tab).contains("2.0.1"));
            Version saved = window.store().get(PROMPT, new VersionLabel("2.0.1"));
            assertThat(saved.content().messages().getFirst().text()).startsWith("Be kind. ");
            assertThat(saved.info().message()).isEqualTo("Kindness first");
            assertThat(saved.info().author()).isEqualTo("Ada");
        }
    }

    private static List<String> labels(PromptTab tab) {
        return tab.history().versionsProperty().get().stream()
                .map(version -> version.label().value())
                .toList();
    }

    @Test
    void nothingIsOverwrittenWhenSomebodySavedMeanwhile() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            PromptTab tab = window.open(PROMPT.value());
            window.typeIntoPrompt("Be kind. ");
            window.keys("Shortcut+S");
            window.await("a label is suggested", () -> window.hasButton("Save version 2.0.1"));
            somebodySaves(window.store(), "2.1.0");
            window.press("Save version 2.0.1");

            window.awaitText("2.1.0 was saved by Bob");
            assertThat(window.store().versions(PROMPT)).hasSize(6);
            window.pictures("conflict");

            window.press("Save mine on top of 2.1.0 as 2.1.1");
            window.awaitText("Saved support/triage 2.1.1");
            VersionInfo mine = window.store().versions(PROMPT).getFirst();
            assertThat(mine.label()).isEqualTo(new VersionLabel("2.1.1"));
            assertThat(mine.parent()).contains(new VersionLabel("2.1.0"));
            assertThat(window.store().get(PROMPT, new VersionLabel("2.1.0")).content().title())
                    .isEqualTo("Bob was here");
            window.await("the draft is done", () -> !tab.editor().dirtyProperty().get());
        }
    }

    @Test
    void keepingTheDraftInAConflictLeavesBothAsTheyAre() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            PromptTab tab = window.open(PROMPT.value());
            window.typeIntoPrompt("Be kind. ");
            somebodySaves(window.store(), "2.1.0");
            window.awaitText("2.1.0 was saved by Bob");
            window.picture("behind");
            window.keys("Shortcut+S");
            window.press("Save version 2.0.1");
            window.press("Keep as draft");
            window.await("the dialog is gone", () -> !window.hasButton("Keep as draft"));
            assertThat(window.store().versions(PROMPT)).hasSize(6);
            assertThat(tab.editor().content().messages().getFirst().text()).startsWith("Be kind. ");
            assertThat(window.tabTexts()).contains("• triage");
        }
    }

    private static void somebodySaves(Store store, String label) {
        Version head = store.get(PROMPT, store.find(PROMPT).orElseThrow().head());
        Content theirs = head.content().withTitle("Bob was here");
        store.append(NewVersion.onTop(
                PROMPT, head.label(), new VersionLabel(label), theirs, "Bob", "A title that says who"));
    }
}
