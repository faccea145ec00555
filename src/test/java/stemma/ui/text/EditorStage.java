package stemma.ui.text;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A window for one test of the text control.
final class EditorStage {
    final FxRobot robot = new FxRobot();
    private final Stage stage;

    EditorStage() throws TimeoutException {
        stage = FxToolkit.registerPrimaryStage();
        light();
    }

    void light() {
        run(() -> Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
    }

    void dark() {
        run(() -> Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet()));
    }

    Scene show(Parent root, int width, int height) {
        return call(() -> {
            // RichTextFX builds a line before it is in a scene; its colours are looked up when it comes into one,
            // and only a root that is in place has them.
            Pane holder = new StackPane();
            Scene scene = new Scene(holder, width, height);
            holder.getChildren().add(root);
            stage.hide();
            stage.setScene(scene);
            stage.sizeToScene();
            stage.setX(0);
            stage.setY(0);
            stage.show();
            stage.requestFocus();
            return scene;
        });
    }

    Stage window() {
        return stage;
    }

    PromptTextEditor editor(String text) {
        return call(() -> {
            PromptTextEditor editor = new PromptTextEditor(Runnable::run);
            editor.load(text);
            return editor;
        });
    }

    /// An editor alone in the window, with the focus.
    PromptTextEditor shown(String text) {
        PromptTextEditor editor = editor(text);
        show(editor.node(), 700, 400);
        run(editor::requestFocus);
        return editor;
    }

    static <T> T call(Callable<T> action) {
        try {
            T value = WaitForAsyncUtils.asyncFx(action).get(30, TimeUnit.SECONDS);
            WaitForAsyncUtils.waitForFxEvents();
            return value;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static void run(Runnable action) {
        call(() -> {
            action.run();
            return true;
        });
    }
}
