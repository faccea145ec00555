package stemma.ui.common;

import javafx.application.Platform;
import javafx.scene.Scene;

/// What has to wait until a scene is laid out, because only then is known how large things are.
public final class AfterLayout {
    private AfterLayout() {}

    /// Calls once, on the FX thread, after the scene's next layout, which is asked for.
    public static void once(Scene scene, Runnable action) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                action.run();
            }
        });
        Platform.requestNextPulse();
    }
}
