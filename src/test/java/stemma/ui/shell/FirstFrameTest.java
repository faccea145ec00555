package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import stemma.instance.Call;
import stemma.settings.Home;
import stemma.settings.Settings;
import stemma.ui.Showcase;
import stemma.ui.common.Theme;
import stemma.ui.common.Theme.Appearance;

class FirstFrameTest {
    @TempDir
    Path folder;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    @Test
    void theWindowIsThereInItsColourAndAtItsPlaceBeforeAnythingIsRead() throws Exception {
        Settings settings = Settings.load(folder.resolve("settings.json"));
        settings.set(Remembered.APPEARANCE, Appearance.DARK);
        settings.set(Remembered.X, 40.0);
        settings.set(Remembered.Y, 30.0);
        settings.set(Remembered.WIDTH, 700.0);
        settings.set(Remembered.HEIGHT, 500.0);
        Stage stage = Showcase.call(Stage::new);
        CountDownLatch drawn = new CountDownLatch(1);
        Showcase.run(() -> FirstFrame.show(stage, settings, drawn::countDown));
        assertThat(drawn.await(30, TimeUnit.SECONDS)).isTrue();
        Showcase.run(() -> {
            assertThat(stage.isShowing()).isTrue();
            assertThat(stage.getScene().getFill()).isEqualTo(Theme.colours(Appearance.DARK).ground());
            assertThat(stage.getScene().getStylesheets()).isEmpty();
            assertThat(stage.getX()).isEqualTo(40);
            assertThat(stage.getY()).isEqualTo(30);
            assertThat(stage.getWidth()).isEqualTo(700);
            assertThat(stage.getHeight()).isEqualTo(500);
            stage.hide();
        });
    }

    /// At places that have no text in either.
    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "HIGH_CONTRAST_DARK"})
    void itHasTheOutlineThatTheWindowHadWhenItWasClosed(Appearance appearance) throws Exception {
        Home home = SampleHome.at(folder.resolve("home"));
        Image before;
        double list;
        try (OpenWindow window = OpenWindow.on(home)) {
            Showcase.run(() -> window.shell().model().appearanceProperty().set(appearance));
            window.settle();
            list = Showcase.call(() -> window.scene().lookup(".split-pane-divider").localToScene(0, 0).getX());
            before = Showcase.call(() -> window.scene().snapshot(null));
        }
        Stage stage = Showcase.call(Stage::new);
        CountDownLatch drawn = new CountDownLatch(1);
        Settings settings = Settings.load(home.settingsFile());
        Showcase.run(() -> FirstFrame.show(stage, settings, drawn::countDown));
        assertThat(drawn.await(30, TimeUnit.SECONDS)).isTrue();
        Image first = Showcase.call(() -> stage.getScene().snapshot(null));
        Showcase.run(stage::hide);

        int height = (int) before.getHeight();
        assertThat(colours(first, 800, 0, 80)).isEqualTo(colours(before, 800, 0, 80)).hasSizeGreaterThan(3);
        int right = (int) before.getWidth() - 10;
        assertThat(colours(first, right, height - 40, height)).isEqualTo(colours(before, right, height - 40, height));
        assertThat(list).isGreaterThan(200);
        assertThat(first.getPixelReader().getArgb((int) list + 1, height / 4))
                .isEqualTo(before.getPixelReader().getArgb((int) list + 1, height / 4));
    }

    /// JavaFX lays another scene of a maximised window out for the size that the window has when it is not.
    @Test
    void theWindowKeepsTheSceneOfItsFirstFrame() throws Exception {
        Home home = SampleHome.at(folder.resolve("home"));
        Stage stage = Showcase.call(Stage::new);
        CountDownLatch drawn = new CountDownLatch(1);
        Settings settings = Settings.load(home.settingsFile());
        Showcase.run(() -> FirstFrame.show(stage, settings, drawn::countDown));
        assertThat(drawn.await(30, TimeUnit.SECONDS)).isTrue();
        Scene first = Showcase.call(stage::getScene);
        try (OpenWindow window = OpenWindow.start(home, Call.WINDOW, Optional.empty(), stage)) {
            assertThat(window.scene()).isSameAs(first);
            window.await("the store is open", () -> window.shell().stores().front().isPresent());
            assertThat(Showcase.<Object>call(() -> first.lookup(".menu-bar"))).isNotNull();
        }
    }

    /// The colours of a column of pixels, and where each begins.
    private static SortedMap<Integer, Integer> colours(Image image, int x, int from, int to) {
        SortedMap<Integer, Integer> found = new TreeMap<>();
        for (int y = from; y < to; y++) {
            int colour = image.getPixelReader().getArgb(x, y);
            if (found.isEmpty() || found.get(found.lastKey()) != colour) {
                found.put(y, colour);
            }
        }
        return found;
    }
}
