package stemma.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import stemma.ui.common.Theme;
import stemma.ui.common.Theme.Appearance;

/// A window for tests of screens, dressed as the program's. Its methods may be called from the test's thread only.
public final class Showcase {
    public final FxRobot robot = new FxRobot();
    private final Theme theme;
    private final Stage stage;

    public Showcase() throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        theme = call(() -> new Theme().start());
    }

    /// Shows a screen, at most 1000 × 1000.
    public Scene show(Callable<Parent> screen, int width, int height, Appearance appearance) {
        Scene shown = call(() -> {
            theme.appearanceProperty().set(appearance);
            StackPane holder = new StackPane();
            Scene scene = new Scene(holder, width, height);
            theme.dress(scene);
            holder.getChildren().add(screen.call());
            stage.hide();
            stage.setScene(scene);
            stage.sizeToScene();
            stage.setX(0);
            stage.setY(0);
            stage.show();
            stage.requestFocus();
            return scene;
        });
        settle();
        return shown;
    }

    /// Lets what was asked for on the FX thread happen, layout included.
    public void settle() {
        for (int i = 0; i < 3; i++) {
            WaitForAsyncUtils.waitForFxEvents();
            run(() -> {
                stage.getScene().getRoot().applyCss();
                stage.getScene().getRoot().layout();
            });
        }
    }

    public static <T> T call(Callable<T> action) {
        try {
            T value = WaitForAsyncUtils.asyncFx(action).get(30, TimeUnit.SECONDS);
            WaitForAsyncUtils.waitForFxEvents();
            return value;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void run(Runnable action) {
        call(() -> {
            action.run();
            return true;
        });
    }
}
