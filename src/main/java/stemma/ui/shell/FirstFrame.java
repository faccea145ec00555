package stemma.ui.shell;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import stemma.settings.Settings;
import stemma.ui.common.Theme;

/// The window at its place, in the colours of its theme and with the outline of its parts, before any style and any screen
/// is read: what an author who started the program sees at once.
final class FirstFrame {
    private FirstFrame() {}

    /// Shows it.
    ///
    /// @param then called on the FX thread once it is on the screen
    static void show(Stage stage, Settings settings, Runnable then) {
        Theme.Colours colours = Theme.colours(settings.get(Remembered.APPEARANCE));
        stage.setScene(new Scene(WindowOutline.remembered(settings).draw(colours), colours.ground()));
        stage.setTitle(WindowFrame.TITLE);
        WindowFrame.restore(stage, settings);
        stage.show();
        new AnimationTimer() {
            private int pulses;

            /// The frame that is asked for in the first pulse is drawn on another thread; the second pulse waits for it,
            /// and before the third it has come to the screen.
            @Override
            public void handle(long now) {
                pulses++;
                if (pulses == 3) {
                    stop();
                    Platform.runLater(then);
                }
            }
        }.start();
    }

    /// Puts the window's parts in the place of its first frame, if it was shown, and answers the scene they are in. That
    /// is the frame's own: JavaFX would lay another one out for the size that a maximised window has when it is not, and
    /// so it would stay until the window changed.
    static Scene replacedBy(Parent parts, Stage stage) {
        Scene scene = stage.getScene();
        if (scene == null) {
            scene = new Scene(parts);
            stage.setScene(scene);
        } else {
            scene.setRoot(parts);
        }
        return scene;
    }
}
