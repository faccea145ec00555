package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.settings.Home;

/// Tagging by keyboard, with completion, and taking it back.
class TagFlowTest {
    private static final PromptId PROMPT = new PromptId("support/greeting");
    private static final VersionLabel VERSION = new VersionLabel("1.2.0");

    @TempDir
    Path folder;

    private Home home = new Home(Path.of("unused"));

    @BeforeEach
    void prepare() throws Exception {
        home = SampleHome.at(folder.resolve("home"));
    }

    @Test
    void tagsAreCompletedFromThoseInUseAndTheChangeCanBeTakenBack() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open(PROMPT.value());
            window.choose(VERSION.value());
            Set<String> before = tags(window);
            assertThat(before).doesNotContain("evaluated");
            window.keys("Shortcut+T");
            window.typeInto("field", "eval");
            ListView<?> suggestions = window.find(ListView.class, "suggestions");
            window.await("a tag in use is suggested", () -> suggestions.getItems().equals(List.of("evaluated")));
            window.pictures("tag");
            window.keys(KeyCode.DOWN, KeyCode.ENTER);
            window.await("it is a chip", () -> window.hasButton("evaluated"));
            window.typeInto("field", "spring campaign");
            window.keys(KeyCode.ENTER);
            window.await("the new one is a chip", () -> window.hasButton("spring campaign")
                    || window.texts().contains("A tag "));
            window.picture("tag-typed");
            window.press("Set tags");

            window.await("the tags are set", () -> tags(window).contains("evaluated"));
            window.awaitText("Tags of support/greeting 1.2.0");
            window.press("Undo");
            window.await("the tags are as before", () -> tags(window).equals(before));
        }
    }

    private static Set<String> tags(OpenWindow window) {
        return window.store().get(PROMPT, VERSION).info().tags();
    }
}
