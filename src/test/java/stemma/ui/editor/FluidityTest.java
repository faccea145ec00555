package stemma.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.Message;
import stemma.ui.Showcase;
import stemma.ui.common.FxTasks;
import stemma.ui.common.Theme.Appearance;
import stemma.ui.common.Times;

/// Real tasks, real controls, large prompts. The limits are generous: they catch what grows with the prompt, not
/// slow machines.
final class FluidityTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    private Desk desk;
    private Showcase showcase;
    private FxTasks tasks;
    private EditorModel editor;

    @BeforeEach
    void prepare() throws TimeoutException {
        desk = new Desk(folder);
        showcase = new Showcase();
        tasks = Showcase.call(FxTasks::new);
    }

    /// Nothing may write into the folder while it is deleted.
    @AfterEach
    void stop() {
        Showcase.run(() -> editor.abandon());
        tasks.close();
    }

    private Scene show(Content content) throws InterruptedException {
        desk.save("1.0.0", content, "alice");
        Scene scene = showcase.show(
                () -> {
                    editor = new EditorModel(
                            Desk.GREETING,
                            new EditorContext(
                                    desk.registry, tasks, desk.dialogs, desk.notices, new Times(Desk.NOON), desk));
                    EditorController controller = new EditorController(editor, EditorPicturesTest.LOOK, tasks);
                    editor.open();
                    return controller.node();
                },
                900,
                800,
                Appearance.LIGHT);
        waitFor(() -> editor.readyProperty().get());
        showcase.settle();
        return scene;
    }

    private static void waitFor(Callable<Boolean> condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!Showcase.call(condition)) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(5);
        }
    }

    /// What a change costs the FX thread, layout included, in milliseconds of its processor time: the median of some.
    private double change(Scene scene, int message) {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            int number = i;
            times.add(Showcase.call(() -> {
                long start = THREADS.getCurrentThreadCpuTime();
                ContentFields fields = editor.shownProperty().get();
                var text = fields.messages().get(message).textProperty();
                text.set(text.get() + number);
                scene.getRoot().layout();
                return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
            }));
        }
        times.sort(null);
        return times.get(times.size() / 2);
    }

    @Test
    void aChatOfFiftyMessagesStaysFluid() throws InterruptedException {
        List<Message> messages = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            messages.add(new Message(
                    i % 2 == 0 ? "user" : "assistant",
                    "Message " + i + " about {{topic}}.\n" + "More words. ".repeat(30)));
        }
        Scene scene = show(Content.chat(messages.toArray(Message[]::new)));
        waitFor(() -> cards(scene).size() == 50);
        List<Node> before = Showcase.call(() -> cards(scene));

        double cost = change(scene, 20);
        assertThat(cost).isLessThan(50);
        List<Node> after = Showcase.call(() -> cards(scene));
        assertThat(after).isEqualTo(before);
    }

    private static List<Node> cards(Scene scene) {
        return List.copyOf(scene.getRoot().lookupAll(".message-card"));
    }

    @Test
    void aTextOfTwoHundredKilobytesStaysFluid() throws InterruptedException {
        String line = "Answer in at most three short paragraphs about {{topic}}, and never promise a refund.\n";
        Scene scene = show(Content.plain(line.repeat(200_000 / line.length())));

        double cost = change(scene, 0);
        assertThat(cost).isLessThan(100);
    }

    @Test
    void whoNeverStopsTypingIsInTheDraftFileAllTheSame() throws InterruptedException {
        Scene scene = show(Content.plain("Hello"));
        Showcase.run(() -> scene.lookup(".prompt-text").requestFocus());
        long start = System.nanoTime();
        while (desk.draft().isEmpty()) {
            showcase.robot.push(KeyCode.A);
            assertThat(System.nanoTime() - start).isLessThan(Duration.ofSeconds(5).toNanos());
        }
        Showcase.run(() -> assertThat(editor.close()).isTrue());
        assertThat(desk.draft().orElseThrow().text()).isEqualTo(Showcase.call(
                () -> editor.shownProperty().get().read()));
    }
}
