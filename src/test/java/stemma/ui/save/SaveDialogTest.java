package stemma.ui.save;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.registry.Registry;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.memory.MemoryStoreDriver;
import stemma.ui.Showcase;
import stemma.ui.common.DirectTasks;
import stemma.ui.common.FxDialogs;
import stemma.ui.common.Notices;
import stemma.ui.common.Theme;
import stemma.ui.common.Theme.Appearance;
import stemma.ui.common.Times;

/// The dialog as a window of its own, under a robot's hands.
final class SaveDialogTest {
    private static final PromptId GREETING = new PromptId("support/greeting");
    private static final VersionLabel BASE = new VersionLabel("1.2.0");

    @TempDir
    Path folder;

    private final Store store = new MemoryStoreDriver().open(StoreUri.parse("memory:save"), Opening.at(Clock.systemUTC()));
    private Showcase showcase;

    @BeforeEach
    void prepare() throws TimeoutException {
        showcase = new Showcase();
        store.append(NewVersion.first(GREETING, BASE, Content.plain("Hello"), "alice", ""));
    }

    private CompletableFuture<Optional<Version>> ask() throws TimeoutException {
        Label behind = Showcase.call(() -> new Label("behind"));
        Window owner = showcase.show(() -> new StackPane(behind), 900, 800, Appearance.LIGHT)
                .getWindow();
        CompletableFuture<Optional<Version>> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            SaveModel model = new SaveModel(
                    new Edits(GREETING, Optional.of(store.get(GREETING, BASE)), Content.plain("Hi")),
                    new Registry(store, folder),
                    new DirectTasks(),
                    new Notices(),
                    new Times(Clock.systemUTC()),
                    () -> "alice");
            FxDialogs dialogs = new FxDialogs(() -> owner, new Theme().start());
            answer.complete(new SaveDialog(model, (_, _) -> new Label("preview")).ask(dialogs));
        });
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> Window.getWindows().size() == 2);
        WaitForAsyncUtils.waitForFxEvents();
        return answer;
    }

    @Test
    void tabGoesFromTheMessageToTheNextField() throws Exception {
        CompletableFuture<Optional<Version>> answer = ask();
        showcase.robot.push(KeyCode.W);
        showcase.robot.push(KeyCode.TAB);
        showcase.robot.push(KeyCode.B);
        showcase.robot.push(KeyCode.SHIFT, KeyCode.TAB);
        showcase.robot.push(KeyCode.X);
        showcase.robot.push(KeyCode.CONTROL, KeyCode.ENTER);

        assertThat(answer.get(10, TimeUnit.SECONDS)).isPresent();
        VersionInfo saved = store.get(GREETING, new VersionLabel("1.2.1")).info();
        assertThat(saved.message()).contains("w").contains("x").doesNotContain("\t");
        assertThat(saved.author()).isEqualTo("b");
    }

    @Test
    void escapeGoesBackToTheDraft() throws Exception {
        CompletableFuture<Optional<Version>> answer = ask();
        showcase.robot.push(KeyCode.ESCAPE);

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(store.versions(GREETING)).hasSize(1);
    }

    @Test
    void aMessageIsTypedAndTheVersionSavedByKeyboard() throws Exception {
        CompletableFuture<Optional<Version>> answer = ask();
        showcase.robot.push(KeyCode.W);
        showcase.robot.push(KeyCode.CONTROL, KeyCode.ENTER);

        assertThat(answer.get(10, TimeUnit.SECONDS).orElseThrow().label()).isEqualTo(new VersionLabel("1.2.1"));
        assertThat(store.get(GREETING, new VersionLabel("1.2.1")).info().message())
                .isEqualTo("w");
    }

    @Test
    void escapeOnAConflictKeepsTheDraftAndOverwritesNothing() throws Exception {
        CompletableFuture<Optional<Version>> answer = ask();
        store.append(NewVersion.onTop(
                GREETING, BASE, new VersionLabel("1.2.1"), Content.plain("Hello there"), "bob", ""));
        showcase.robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(answer).isNotDone();
        showcase.robot.push(KeyCode.ESCAPE);

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEmpty();
        assertThat(store.versions(GREETING)).hasSize(2);
    }
}
