package stemma.ui.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Reads a prompt as an author would, with keys alone, in the window that is open or about to open: finds it, opens it,
/// compares two of its versions, and quits. Knows of the window what is on the screen, and nothing of its classes.
public final class Reader {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    /// How long the window stands still, for what it does when nobody waits for it.
    private static final Duration REST = Duration.ofSeconds(1);
    /// A prompt of the samples that has several versions.
    private static final String PROMPT = "triage";

    private final Consumer<String> stuck;

    /// @param stuck is told where the session could not go on
    public Reader(Consumer<String> stuck) {
        this.stuck = stuck;
    }

    /// Reads until the window has closed; to be called on a thread of its own.
    public void read() {
        try {
            await("the list", () -> rows() > 2);
            press("Shortcut+L");
            type(PROMPT);
            await("one prompt in the list", () -> rows() <= 2);
            press("Down");
            await("the prompt", Reader::openChosen);
            int prompts = tabs();
            press("Shortcut+D");
            await("the compare", () -> tabs() > prompts);
            Thread.sleep(REST);
            press("F7");
            press("Shortcut+W");
            press("F6");
            Thread.sleep(REST);
            press("Shortcut+Q");
        } catch (InterruptedException | TimeoutException | RuntimeException e) {
            stuck.accept(String.valueOf(e.getMessage()));
        }
    }

    /// Goes down the list, from a folder to its prompt, until a prompt opens.
    private static boolean openChosen() {
        if (scene().map(Scene::getFocusOwner).filter(Reader::isText).isPresent()) {
            return true;
        }
        hit("Down");
        hit("Enter");
        return false;
    }

    private static boolean isText(Node node) {
        return node.getClass().getPackageName().equals("stemma.ui.text");
    }

    private static Optional<Scene> scene() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage && window.isShowing())
                .map(Window::getScene)
                .findFirst();
    }

    private static Optional<Node> find(String selector) {
        return scene().map(scene -> scene.lookup(selector));
    }

    private static int rows() {
        return find("#tree").map(tree -> ((TreeView<?>) tree).getExpandedItemCount()).orElse(0);
    }

    private static int tabs() {
        return ask(() -> find(".tab-pane").map(pane -> ((TabPane) pane).getTabs().size()).orElse(0));
    }

    private static void press(String keys) {
        ask(() -> {
            hit(keys);
            return true;
        });
    }

    private static void hit(String keys) {
        KeyCode code = KeyCode.valueOf(keys.substring(keys.lastIndexOf('+') + 1).toUpperCase(Locale.ROOT));
        boolean shortcut = keys.startsWith("Shortcut+");
        boolean isMac = System.getProperty("os.name").startsWith("Mac");
        Scene scene = scene().orElseThrow();
        Node target = Optional.ofNullable(scene.getFocusOwner()).orElse(scene.getRoot());
        for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(
                    target, new KeyEvent(type, "", "", code, false, shortcut && !isMac, false, shortcut && isMac));
        }
    }

    private static void type(String text) {
        ask(() -> {
            scene().map(Scene::getFocusOwner)
                    .filter(TextField.class::isInstance)
                    .map(TextField.class::cast)
                    .orElseThrow()
                    .setText(text);
            return true;
        });
    }

    private static void await(String what, BooleanSupplier happened) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isRunning() || !ask(happened::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new TimeoutException(what + " did not appear within " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private static boolean isRunning() {
        try {
            Platform.runLater(() -> {});
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static <T> T ask(Supplier<T> question) {
        if (Platform.isFxApplicationThread()) {
            return question.get();
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.join();
    }
}
