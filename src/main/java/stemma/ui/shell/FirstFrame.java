package stemma.ui.shell;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import stemma.settings.Settings;
import stemma.ui.common.Theme;

/// The window at its place, in the ground colour of its theme, before any style and any screen is read: what an author
/// who started the program sees at once.
final class FirstFrame {
    private FirstFrame() {}

    /// Shows it.
    ///
    /// @param then called on the FX thread once it is on the screen
    static void show(Stage stage, Settings settings, Runnable then) {
        stage.setScene(new Scene(new Pane(), Theme.ground(settings.get(Remembered.APPEARANCE))));
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
}
