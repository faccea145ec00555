package stemma.ui.shell;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import stemma.settings.Settings;
import stemma.ui.common.Tasks;

/// What the window is called and looks like on the desktop. Puts it where it was, as far as that is still on a screen, and remembers where it goes.
final class WindowFrame {
    static final String TITLE = "Stemma";

    /// So much of the window must be on a screen for its place to count.
    private static final double VISIBLE = 80;

    /// A desktop makes a window large before it says that it is maximised.
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private static final List<Integer> ICON_SIZES = List.of(16, 32, 64, 128);

    private WindowFrame() {}

    /// Desktops put a window to its menu entry and its icon by this name (WM_CLASS on X11, the menu's title on macOS).
    /// JavaFX derives it from a subclass of Application, which this program does not have, and has no public way to set it.
    static void nameWindows() {
        com.sun.glass.ui.Application.GetApplication().setName("stemma");
    }

    static List<Image> icons() {
        return ICON_SIZES.stream()
                .map(size -> new Image(Objects.requireNonNull(
                        WindowFrame.class.getResourceAsStream("/stemma/ui/stemma-" + size + ".png"))))
                .toList();
    }

    static void restore(Stage stage, Settings settings) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = Math.min(settings.get(Remembered.WIDTH), screen.getWidth());
        double height = Math.min(settings.get(Remembered.HEIGHT), screen.getHeight());
        double x = settings.get(Remembered.X);
        double y = settings.get(Remembered.Y);
        stage.setWidth(width);
        stage.setHeight(height);
        boolean onScreen = Screen.getScreensForRectangle(x + VISIBLE, y, Math.max(1, width - 2 * VISIBLE), VISIBLE)
                .stream()
                .anyMatch(found -> found.getVisualBounds().contains(x + VISIBLE, Math.max(y, 0)));
        if (onScreen) {
            stage.setX(x);
            stage.setY(y);
        } else {
            stage.setX(screen.getMinX() + (screen.getWidth() - width) / 2);
            stage.setY(screen.getMinY() + (screen.getHeight() - height) / 2);
        }
        stage.setMaximized(settings.get(Remembered.MAXIMISED));
    }

    /// Remembers where the window goes a moment after it went there: not every window is closed in order.
    static void follow(Stage stage, Settings settings, Tasks tasks) {
        AtomicBoolean isSoon = new AtomicBoolean();
        Stream.of(
                        stage.xProperty(),
                        stage.yProperty(),
                        stage.widthProperty(),
                        stage.heightProperty(),
                        stage.maximizedProperty())
                .forEach(changing -> changing.subscribe(() -> {
                    if (!isSoon.getAndSet(true)) {
                        tasks.later(SETTLED, () -> {
                            isSoon.set(false);
                            remember(stage, settings);
                        });
                    }
                }));
    }

    static void remember(Stage stage, Settings settings) {
        settings.set(Remembered.MAXIMISED, stage.isMaximized());
        if (!stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified()) {
            settings.set(Remembered.X, stage.getX());
            settings.set(Remembered.Y, stage.getY());
            settings.set(Remembered.WIDTH, stage.getWidth());
            settings.set(Remembered.HEIGHT, stage.getHeight());
        }
    }
}
