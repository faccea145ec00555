package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.settings.Home;
import stemma.ui.browser.BrowserModel;

/// The first minute with the program.
class FirstStartFlowTest {
    @TempDir
    Path folder;

    private Home home = new Home(Path.of("unused"));

    @BeforeEach
    void prepare() throws Exception {
        home = new Home(folder.resolve("home"));
        SampleHome.set(home, SampleHome::light);
    }

    @Test
    void theFirstStartShowsSamplesAndTheFirstCompareIsOneDoubleClickAway() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.await("samples are listed", () -> window.view().browserModel().shownProperty().get().total() >= 8);
            window.awaitText("sample prompts to look around in");
            window.await("a sample is in front", () -> window.view().tabs().front().isPresent());
            PromptTab front = window.awaitFront(
                    window.view().tabs().front().orElseThrow().prompt().value());
            assertThat(front.history().versionsProperty().get()).hasSizeGreaterThanOrEqualTo(3);
            window.pictures("first-start");

            String newest = front.history().versionsProperty().get().get(0).label().value();
            String before = front.history().versionsProperty().get().get(1).label().value();
            window.doubleClick(cell(window, newest));

            window.await("a compare tab", () -> window.view().tabs().front().isEmpty());
            window.awaitText(front.prompt() + " " + before);
            window.awaitText(front.prompt() + " " + newest);
            window.await("changes are shown", () -> window.texts().contains("1 of ")
                    || window.texts().contains("change"));
            window.pictures("first-compare");
        }
    }

    @Test
    void startingEmptyLeavesAWindowThatSaysWhatToDoNext() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.awaitText("sample prompts to look around in");
            window.press("Start empty");
            window.press("Remove the samples");
            window.await("the list is empty", () -> window.view().browserModel().shownProperty().get().state()
                    == BrowserModel.State.EMPTY);
            window.awaitText("No prompts yet");
            assertThat(window.tabTexts()).isEmpty();
            window.pictures("start-empty");
            assertThat(window.store().list(stemma.store.Query.all()).items()).isEmpty();
        }
        try (OpenWindow again = OpenWindow.on(home)) {
            again.awaitText("No prompts yet");
            again.press("Add sample prompts");
            again.await("samples are listed", () -> again.view().browserModel().shownProperty().get().total() >= 8);
        }
    }

    private static Node cell(OpenWindow window, String label) {
        return window.find(ListCell.class, cell -> cell.getAccessibleText() != null
                && cell.getAccessibleText().startsWith("Version " + label + "\n"));
    }
}
