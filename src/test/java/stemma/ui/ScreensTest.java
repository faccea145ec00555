package stemma.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stemma.ui.common.Messages;
import stemma.ui.common.Theme.Appearance;

/// Every FXML by itself, without its controller: its texts, icons and styles are there, in every theme.
class ScreensTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");

    private static @Nullable Showcase shared;

    private static Showcase showcase() throws TimeoutException {
        if (shared == null) {
            shared = new Showcase();
        }
        return shared;
    }

    static List<Path> screens() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(".fxml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void loadsAndIsStyledInEveryTheme(Path file) throws Exception {
        StyleWarnings.listen();
        StyleWarnings.taken();
        Showcase showcase = showcase();
        for (Appearance appearance : Appearance.values()) {
            Parent shown = showcase.show(() -> load(file), 800, 600, appearance).getRoot();
            assertThat(shown.getChildrenUnmodifiable()).isNotEmpty();
        }
        assertThat(StyleWarnings.taken()).isEmpty();
    }

    /// The controller and its handlers are left out; they need a store, and the flows have them.
    private static Parent load(Path file) throws IOException {
        String alone = Files.readString(file)
                .replaceAll("fx:controller=\"[^\"]*\"", "")
                .replaceAll("\\son[A-Z]\\w*=\"#[^\"]*\"", "");
        boolean hasItsOwnTexts = Files.exists(file.resolveSibling("messages.properties"));
        FXMLLoader loader = new FXMLLoader();
        loader.setLocation(file.toUri().toURL());
        loader.setResources(hasItsOwnTexts
                ? Messages.bundle(RESOURCES.relativize(file.resolveSibling("messages")).toString().replace('/', '.'))
                : Messages.bundle());
        return loader.load(new ByteArrayInputStream(alone.getBytes(StandardCharsets.UTF_8)));
    }
}
