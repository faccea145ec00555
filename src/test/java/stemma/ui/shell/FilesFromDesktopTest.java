package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.Application;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import stemma.ui.Showcase;

/// What macOS tells a program, told by the test. The toolkit passes it on in the same way on every system.
class FilesFromDesktopTest {
    @TempDir
    Path folder;

    private final List<List<Path>> received = new ArrayList<>();
    private final Counting toolkit = new Counting();
    private Application.EventHandler before = toolkit;

    /// Counts what is handed on.
    private static final class Counting extends Application.EventHandler {
        private int calls;

        @Override
        public void handleOpenFilesAction(Application application, long time, String[] files) {
            calls++;
        }

        @Override
        public void handleQuitAction(Application application, long time) {
            calls++;
        }

        @Override
        public void handlePreferencesChanged(Map<String, Object> preferences) {
            calls++;
        }
    }

    @BeforeEach
    void listen() throws Exception {
        FxToolkit.registerPrimaryStage();
        Showcase.run(() -> {
            before = Application.GetApplication().getEventHandler();
            Application.GetApplication().setEventHandler(toolkit);
            FilesFromDesktop.listen(List.of(folder.resolve("named.prompt")), received::add);
        });
    }

    @AfterEach
    void leave() {
        Showcase.run(() -> Application.GetApplication().setEventHandler(before));
    }

    private void tell(Object... words) {
        String[] told = Arrays.stream(words).map(Object::toString).toArray(String[]::new);
        Showcase.run(() -> Application.GetApplication()
                .getEventHandler()
                .handleOpenFilesAction(Application.GetApplication(), 0, told));
    }

    @Test
    void filesThatStemmaOpensAreReceivedTogether() {
        Path first = folder.resolve("first.prompty");
        Path second = folder.resolve("Second.PROMPT");
        tell(first, second);
        assertThat(received).containsExactly(List.of(first, second));
    }

    @Test
    void otherWordsOfTheCommandLineAreNoFiles() {
        tell(folder, "--store", "h2:" + folder.resolve("store"), "list", "relative.prompt");
        assertThat(received).isEmpty();
    }

    @Test
    void aFileOfTheCommandLineIsOpenedOnceAndAgainByALaterDoubleClick() {
        Path named = folder.resolve("named.prompt");
        tell(named);
        assertThat(received).isEmpty();
        tell(named);
        assertThat(received).containsExactly(List.of(named));
    }

    @Test
    void theToolkitStillHearsEverything() {
        tell(folder.resolve("first.prompty"));
        Showcase.run(() -> {
            Application application = Application.GetApplication();
            application.getEventHandler().handleQuitAction(application, 0);
            application.getEventHandler().handlePreferencesChanged(Map.of());
        });
        assertThat(toolkit.calls).isEqualTo(3);
    }

    /// A kind of event that a later JavaFX adds would get lost.
    @Test
    void everyKindOfEventIsHandedOn() {
        assertThat(Arrays.stream(Application.EventHandler.class.getDeclaredMethods())
                        .filter(method -> !method.isSynthetic())
                        .map(method -> method.getName()))
                .allSatisfy(name -> assertThat(Arrays.stream(FilesFromDesktop.class.getDeclaredMethods())
                                .map(method -> method.getName()))
                        .contains(name));
    }
}
