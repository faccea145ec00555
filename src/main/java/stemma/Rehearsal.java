package stemma;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
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
import stemma.settings.Home;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.transfer.sample.SampleRegistry;

/// A short session that drives itself: the window opens on the sample prompts of a data folder of its own, a prompt is
/// found, read, edited and compared, and the window closes. The installer's build runs it once to record what the program
/// loads (docs/packagers.md); it is the real program, with keys as a reader would press them. Nobody's data is touched.
///
/// Ends the process: with 0 when the session went through, with 1 and a sentence when it got stuck.
final class Rehearsal {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    /// How long the window stands still before the session ends, for what it does when nobody waits for it.
    private static final Duration REST = Duration.ofSeconds(1);

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        Path home = Files.createTempDirectory("stemma-rehearsal");
        String store = StoreUri.of("h2", new Home(home).embeddedStore().toString()).toString();
        try (var samples = Stores.discovered().open(StoreUri.parse(store))) {
            SampleRegistry.fill(samples, Clock.systemUTC());
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home)));
        Thread.ofPlatform().daemon().name("rehearsal").start(Rehearsal::play);
        Stemma.main(new String[] {"--home", home.toString(), "--store", store});
    }

    private static void play() {
        try {
            await("the list", () -> find(TreeView.class, "#tree").filter(tree -> tree.getExpandedItemCount() > 1).isPresent());
            press("Shortcut+L");
            type("triage");
            await("one prompt in the list", () -> find(TreeView.class, "#tree").filter(tree -> tree.getExpandedItemCount() <= 2).isPresent());
            press("Down");
            await("the prompt", Rehearsal::openChosen);
            press("Shortcut+D");
            await("the compare", () -> tabs() == 2);
            Thread.sleep(REST);
            press("F7");
            press("Shortcut+W");
            press("F6");
            Thread.sleep(REST);
            press("Shortcut+Q");
        } catch (InterruptedException | TimeoutException | RuntimeException e) {
            System.err.println("The rehearsal got stuck: " + e.getMessage());
            Runtime.getRuntime().halt(1);
        }
    }

    /// Goes down the list, from its folder to its prompt, until a prompt opens.
    private static boolean openChosen() {
        if (scene().map(Scene::getFocusOwner).filter(node -> node.getClass().getName().startsWith("stemma.ui.text")).isPresent()) {
            return true;
        }
        hit("Down");
        hit("Enter");
        return false;
    }

    private static Optional<Scene> scene() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage && window.isShowing())
                .map(Window::getScene)
                .findFirst();
    }

    private static <N extends Node> Optional<N> find(Class<N> type, String selector) {
        return scene().map(scene -> scene.lookup(selector)).filter(type::isInstance).map(type::cast);
    }

    private static int tabs() {
        return find(TabPane.class, ".tab-pane").map(pane -> pane.getTabs().size()).orElse(0);
    }

    private static void press(String keys) {
        onFx(() -> {
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
        onFx(() -> {
            scene().map(Scene::getFocusOwner).filter(TextField.class::isInstance).map(TextField.class::cast).orElseThrow().setText(text);
            return true;
        });
    }

    private static void await(String what, BooleanSupplier happened) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!onFx(happened)) {
            if (System.nanoTime() > end) {
                throw new TimeoutException(what + " did not appear within " + PATIENCE.toSeconds() + " s; tabs: " + tabs()
                        + ", keyboard in " + scene().map(Scene::getFocusOwner).orElse(null));
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private static boolean onFx(BooleanSupplier act) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        try {
            Platform.runLater(() -> {
                try {
                    done.complete(act.getAsBoolean());
                } catch (RuntimeException e) {
                    done.completeExceptionally(e);
                }
            });
        } catch (IllegalStateException e) {
            return false;
        }
        return done.join();
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @org.jspecify.annotations.Nullable IOException problem) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            System.err.println("The rehearsal's folder " + folder + " could not be deleted: " + e.getMessage());
        }
    }
}
