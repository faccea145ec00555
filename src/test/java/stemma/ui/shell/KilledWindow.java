package stemma.ui.shell;

import java.nio.file.Path;
import java.time.Duration;
import stemma.settings.Home;

/// An author in a process of its own, who opens a prompt, types, and is then killed by [DraftFlowTest].
final class KilledWindow {
    private KilledWindow() {}

    /// Says `typed` once the text is in the window.
    ///
    /// @param arguments the data folder, the prompt and what to type
    public static void main(String[] arguments) throws Exception {
        OpenWindow window = OpenWindow.on(new Home(Path.of(arguments[0])));
        window.open(arguments[1]);
        window.typeIntoPrompt(arguments[2]);
        window.await("it is typed", () -> window.view().tabs().front().orElseThrow().editor().dirtyProperty().get());
        System.out.println("typed");
        Thread.sleep(Duration.ofMinutes(5));
    }
}
