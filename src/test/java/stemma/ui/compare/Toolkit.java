package stemma.ui.compare;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import stemma.ui.Pictures;
import stemma.ui.common.Theme;

/// The toolkit for this package's tests.
final class Toolkit {
    private static @Nullable Theme theme;

    private Toolkit() {}

    static synchronized void start() {
        if (theme == null) {
            CompletableFuture<Void> started = new CompletableFuture<>();
            try {
                Platform.startup(() -> started.complete(null));
                Platform.setImplicitExit(false);
            } catch (IllegalStateException alreadyStarted) {
                started.complete(null);
            }
            started.join();
            run(() -> theme = new Theme().start());
        }
    }

    /// Runs on the FX thread and waits.
    static void run(Runnable action) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                action.run();
                done.complete(null);
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        try {
            done.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /// A scene that is dressed and laid out.
    static Scene scene(Parent root, Theme.Appearance appearance, int width, int height) {
        Theme dress = Objects.requireNonNull(theme);
        dress.appearanceProperty().set(appearance);
        Scene scene = new Scene(root, width, height);
        dress.dress(scene);
        Stage stage = new Stage();
        stage.setScene(scene);
        root.applyCss();
        root.layout();
        return scene;
    }

    /// Draws a node as it would stand in the window.
    static void picture(Parent root, Theme.Appearance appearance, int width, int height, String name) {
        Scene scene = scene(root, appearance, width, height);
        picture(scene, name + "-" + appearance.name().toLowerCase(Locale.ROOT));
    }

    static void picture(Scene scene, String name) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        Pictures.save(scene, name);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        Pictures.save(scene, name);
    }
}
