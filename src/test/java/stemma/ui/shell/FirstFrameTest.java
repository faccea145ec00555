package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
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
            assertThat(stage.getScene().getFill()).isEqualTo(Theme.ground(Appearance.DARK));
            assertThat(stage.getScene().getStylesheets()).isEmpty();
            assertThat(stage.getX()).isEqualTo(40);
            assertThat(stage.getY()).isEqualTo(30);
            assertThat(stage.getWidth()).isEqualTo(700);
            assertThat(stage.getHeight()).isEqualTo(500);
            stage.hide();
        });
    }
}
