package stemma.ui.shell;

import javafx.stage.Stage;
import stemma.settings.Settings;

/// Who draws. In the package for Linux it is the processor, which is there sooner and takes less memory; but where a display is
/// scaled it draws letters as outlines, at a quarter of its speed, so there the graphics card is asked first. How a display is
/// scaled is known once the toolkit runs, which must have been told before: what held last time counts.
final class Drawing {
    /// What JavaFX looks for, from first to last.
    private static final String ORDER = "prism.order";

    private static final String PROCESSOR = "sw";
    private static final String GRAPHICS_CARD_FIRST = "es2,sw";

    private Drawing() {}

    /// Chooses for a toolkit that starts later. Anything but the package's own order stays.
    static void prepare(Settings settings) {
        if (PROCESSOR.equals(System.getProperty(ORDER)) && settings.get(Remembered.PIXELS) > 1) {
            System.setProperty(ORDER, GRAPHICS_CARD_FIRST);
        }
    }

    /// Remembers how the display is scaled that a window is on.
    static void follow(Stage stage, Settings settings) {
        stage.outputScaleXProperty().subscribe(scale -> settings.set(Remembered.PIXELS, scale.doubleValue()));
    }
}
