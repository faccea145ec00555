package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.instance.Call;
import stemma.settings.Home;
import stemma.ui.Showcase;
import stemma.update.ReleaseServer;

/// Looking for a newer version, as author and packager decide.
class UpdateFlowTest {
    @TempDir
    Path folder;

    private Home home = new Home(Path.of("unused"));

    @BeforeEach
    void prepare() throws Exception {
        home = SampleHome.at(folder.resolve("home"));
    }

    private static boolean hasCommand(OpenWindow window) {
        return Showcase.call(() -> window.shell().menuCommands().stream()
                .anyMatch(command -> command.id().equals("update")));
    }

    @Test
    void aNewerVersionIsALinkInTheStatusBar() throws Exception {
        try (ReleaseServer server = new ReleaseServer();
                OpenWindow window = OpenWindow.start(home, Call.WINDOW, Optional.of(server.check("1.0.0")))) {
            window.await("the store is open", () -> window.shell().view().isPresent());
            server.release("v1.2.0");
            assertThat(hasCommand(window)).isTrue();
            Platform.runLater(() -> window.shell().commands().settings());
            Button now = window.find(Button.class, "updateNow");
            assertThat(server.requests()).isEmpty();
            window.press(now);
            window.awaitText("Stemma 1.2.0 is out");
            window.pictures("settings-update");
            window.keys(KeyCode.ESCAPE);
            window.find(Hyperlink.class, "newerVersion");
            window.picture("update-link");
            server.answer(404, "");
            Showcase.run(() -> window.shell().commands().lookForUpdate());
            window.awaitText("There is no release where Stemma looks");
            assertThat(Showcase.call(() -> Window.getWindows().stream()
                            .flatMap(shown -> shown.getScene().getRoot().lookupAll(".notice.remark").stream())
                            .map(Node::getAccessibleText)
                            .toList()))
                    .as("nothing was done")
                    .singleElement()
                    .asString()
                    .contains("There is no release");
        }
    }

    @Test
    void withoutAnAddressThereIsNoSuchSettingAndNoSuchCommand() throws Exception {
        try (OpenWindow window = OpenWindow.start(home, Call.WINDOW, Optional.empty())) {
            window.await("the store is open", () -> window.shell().view().isPresent());
            assertThat(hasCommand(window)).isFalse();
            Platform.runLater(() -> window.shell().commands().settings());
            window.awaitText("Stages that are always offered");
            assertThat(window.texts()).doesNotContain("once a week");
            window.keys(KeyCode.ESCAPE);
        }
    }
}
