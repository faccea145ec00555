package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.SplitPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.settings.Home;
import stemma.ui.Showcase;
import stemma.ui.common.Theme.Appearance;

/// What the window looks like, and that it looks so again at the next start.
class RememberedFlowTest {
    @TempDir
    Path folder;

    private Home home = new Home(Path.of("unused"));

    @BeforeEach
    void prepare() throws Exception {
        home = SampleHome.at(folder.resolve("home"));
    }

    @Test
    void tabsPanesZoomAppearanceAndTheWindowsPlaceComeBack() throws Exception {
        double width;
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            window.open("support/triage");
            window.open("data/sql-from-question");
            window.open("support/triage");
            for (int i = 0; i < 3; i++) {
                window.keys("Shortcut+Equals");
            }
            Showcase.run(() -> {
                window.shell().model().appearanceProperty().set(Appearance.DARK);
                window.stage().setX(20);
                window.stage().setY(30);
                window.stage().setWidth(960);
                window.stage().setHeight(700);
            });
            window.keys("Shortcut+Shift+B");
            drag(window);
            width = browserWidth(window);
            window.picture("before-closing");
        }
        try (OpenWindow again = OpenWindow.on(home)) {
            again.awaitFront("support/triage");
            assertThat(again.tabTexts()).containsExactly("greeting", "triage", "sql-from-question");
            assertThat(again.shell().model().zoomProperty().get()).isBetween(1.32, 1.34);
            assertThat(again.shell().model().appearanceProperty().get()).isEqualTo(Appearance.DARK);
            assertThat(again.stage().getX()).isEqualTo(20);
            assertThat(again.stage().getY()).isEqualTo(30);
            assertThat(again.stage().getWidth()).isEqualTo(960);
            assertThat(again.stage().getHeight()).isEqualTo(700);
            again.await("the list is as wide as before", () -> Math.abs(browserWidth(again) - width) < 4);
            assertThat(again.texts()).doesNotContain("Stage history");
            again.picture("after-closing");
            again.keys("Shortcut+0", "Shortcut+Shift+B");
            again.awaitText("Stage history");
            assertThat(again.shell().model().zoomProperty().get()).isEqualTo(1);
        }
    }

    private static void drag(OpenWindow window) {
        var divider = window.find(javafx.scene.layout.StackPane.class, node ->
                node.getStyleClass().contains("split-pane-divider") && node.getScene() == window.scene());
        window.robot.drag(divider).dropBy(60, 0);
        window.settle();
    }

    private static double browserWidth(OpenWindow window) {
        SplitPane split = window.find(SplitPane.class, "split");
        return Showcase.call(() -> split.getDividerPositions()[0] * split.getWidth());
    }

    @Test
    void lightAndDarkAreSwitchedAtOnce() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            assertThat(background(window).getBrightness()).isGreaterThan(0.9);
            Showcase.run(() -> window.shell().model().appearanceProperty().set(Appearance.DARK));
            window.settle();
            assertThat(background(window).getBrightness()).isLessThan(0.2);
            Showcase.run(() -> window.shell().model().appearanceProperty().set(Appearance.LIGHT));
            window.settle();
            assertThat(background(window).getBrightness()).isGreaterThan(0.9);
        }
    }

    /// The colour of the list of prompts, as it is drawn.
    private static Color background(OpenWindow window) {
        var browser = window.find(javafx.scene.layout.VBox.class, "browser");
        return (Color) Objects.requireNonNull(Showcase.call(
                () -> browser.getBackground().getFills().getLast().getFill()));
    }

    @Test
    void theTextIsLargerAfterZoomingInWherePromptsAreWritten() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            double before = textHeight(window);
            window.keys("Shortcut+Equals", "Shortcut+Equals", "Shortcut+Equals", "Shortcut+Equals");
            window.await("the text is larger", () -> textHeight(window) > before * 1.3);
            window.picture("zoomed");
        }
    }

    private static double textHeight(OpenWindow window) {
        return Showcase.call(() -> window.scene().getRoot().lookupAll(".prompt-editor .text").stream()
                .filter(javafx.scene.text.Text.class::isInstance)
                .mapToDouble(text -> ((javafx.scene.text.Text) text).getFont().getSize())
                .max()
                .orElse(0));
    }
}
