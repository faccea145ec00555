package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.util.WaitForAsyncUtils;
import stemma.ui.Pictures;
import stemma.ui.Showcase;
import stemma.ui.common.FxTasks;
import stemma.ui.common.Theme.Appearance;

class StatusBarTest {
    /// Else everything above it would move each time that work begins and ends.
    @ParameterizedTest
    @ValueSource(ints = {14, 28})
    void itIsAsHighWithWorkGoingOnAsWithout(int textSize) throws Exception {
        Showcase showcase = new Showcase();
        CountDownLatch end = new CountDownLatch(1);
        try (FxTasks tasks = new FxTasks()) {
            HBox quiet = bar(() -> new Label("10 prompts"));
            HBox busy = bar(() -> new TasksBar(tasks));
            HBox synchronised = bar(StatusBarTest::sync);
            HBox told = bar(() -> new Hyperlink("Stemma 2.0.0 is there"));
            showcase.show(
                    () -> {
                        VBox bars = new VBox(quiet, busy, synchronised, told);
                        bars.setStyle("-fx-font-size: " + textSize + "px");
                        return bars;
                    },
                    600,
                    400,
                    Appearance.LIGHT);
            Showcase.run(() -> tasks.run("Reading", _ -> end.await(1, TimeUnit.MINUTES), _ -> {}, _ -> {}));
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> !tasks.shown().isEmpty());
            showcase.settle();

            Pictures.save(busy.getScene(), "status-bar-" + textSize);
            assertThat(busy.lookup(".progress-bar")).isNotNull();
            assertThat(Showcase.call(busy::getHeight)).isEqualTo(Showcase.call(quiet::getHeight));
            assertThat(Showcase.call(synchronised::getHeight)).isEqualTo(Showcase.call(quiet::getHeight));
            assertThat(Showcase.call(told::getHeight)).isEqualTo(Showcase.call(quiet::getHeight));
        } finally {
            end.countDown();
        }
    }

    /// As `Sync.fxml` makes it.
    private static MenuButton sync() {
        MenuButton button = new MenuButton("main", new FontIcon("bx-git-branch"));
        button.getStyleClass().addAll("flat", "small", "sync-button");
        return button;
    }

    private static HBox bar(Supplier<Node> part) {
        return Showcase.call(() -> {
            HBox bar = new HBox(new Label("10 prompts"), part.get());
            bar.getStyleClass().add("status-bar");
            return bar;
        });
    }
}
