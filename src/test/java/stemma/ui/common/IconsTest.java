package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.scene.transform.Scale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.ui.Showcase;

/// The icons of the window.
class IconsTest {
    private static final Pattern NAME = Pattern.compile("\"(bx[sl]?-[a-z0-9-]+)\"");
    private static final int SIZE = 64;
    private static final double SCALE = 2;

    @BeforeAll
    static void startToolkit() throws Exception {
        new Showcase();
    }

    static List<String> used() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            return files.filter(file -> file.toString().matches(".*\\.(java|fxml)"))
                    .flatMap(file -> NAME.matcher(text(file)).results().map(found -> found.group(1)).toList().stream())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// On a display with a scale, letters are drawn as shapes, and JavaFX leaves out where lines of one letter cross.
    @ParameterizedTest
    @MethodSource("used")
    void anIconIsWholeOnADisplayWithAScale(String name) {
        Image plain = drawn(name, SIZE, 1);
        Image scaled = drawn(name, (int) (SIZE / SCALE), SCALE);
        int whole = 0;
        int lost = 0;
        for (int x = 2; x < SIZE - 2; x++) {
            for (int y = 2; y < SIZE - 2; y++) {
                if (isInk(plain, x, y, 2)) {
                    whole++;
                    lost += isInk(scaled, x, y, 0) ? 0 : 1;
                }
            }
        }
        assertThat(whole).isPositive();
        assertThat(lost).isZero();
    }

    private static Image drawn(String name, int size, double scale) {
        return Showcase.call(() -> {
            FontIcon icon = new FontIcon(name);
            StackPane holder = new StackPane(icon);
            // The theme of the window, if another test has chosen it, has a size for icons too.
            new Scene(holder, size, size)
                    .getStylesheets()
                    .add("data:text/css,.ikonli-font-icon{-fx-icon-size:" + size + "px}");
            holder.applyCss();
            holder.layout();
            SnapshotParameters how = new SnapshotParameters();
            how.setTransform(new Scale(scale, scale));
            return holder.snapshot(how, null);
        });
    }

    /// Whether a pixel and those around it are dark.
    private static boolean isInk(Image image, int x, int y, int around) {
        for (int atX = x - around; atX <= x + around; atX++) {
            for (int atY = y - around; atY <= y + around; atY++) {
                if ((image.getPixelReader().getArgb(atX, atY) & 0xff) > 0x80) {
                    return false;
                }
            }
        }
        return true;
    }
}
