package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.ui.Showcase;

/// Settings hold at once: a protected stage asks for its name.
class SettingsFlowTest {
    @TempDir
    Path folder;

    private static Optional<String> production(OpenWindow window) {
        return window.store().find(new PromptId("support/greeting")).map(found -> found.stages()
                .get(Stage.PRODUCTION)
                .value());
    }

    /// The thumb would run away from below the pointer, and the buttons out of the window.
    @Test
    void textGrowsWhenItsSizeIsLetGoAndTheSettingsGrowWithIt() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.keys("Shortcut+COMMA");
            Slider size = window.find(Slider.class, slider -> "Text size".equals(slider.getAccessibleText()));
            ButtonBase close = window.button("Close");
            double before = Showcase.call(() -> close.getHeight());
            Showcase.run(() -> {
                size.setValueChanging(true);
                size.setValue(1.6);
            });
            window.awaitText("160 %");
            assertThat(Showcase.call(() -> close.getHeight())).isEqualTo(before);
            Showcase.run(() -> size.setValueChanging(false));
            window.await("text is larger", () -> close.getHeight() > before * 1.2);
            window.await("the buttons are in the window", () -> close.localToScene(close.getLayoutBounds())
                            .getMaxY()
                    <= close.getScene().getHeight());
            window.press("Close");
        }
    }

    @Test
    void theChosenStageStaysWhenNoneIsAdded() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.keys("Shortcut+COMMA");
            ListView<?> stages = window.find(ListView.class, "settingsStages");
            Showcase.run(() -> stages.getSelectionModel().selectLast());
            Platform.runLater(() -> window.button("Add a stage…").fire());
            window.awaitText("Name of the stage");
            window.press("Cancel");
            window.await("it is not asked any more", () -> !window.hasButton("Cancel"));
            assertThat(Showcase.call(() -> stages.getSelectionModel().getSelectedIndex()))
                    .isEqualTo(1);
            window.press("Close");
        }
    }

    /// The next click would miss them.
    @Test
    void whatHappenedToAFileMovesNoButton() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.keys("Shortcut+COMMA");
            Label outcome = window.find(Label.class, "settingsOutcome");
            ButtonBase export = window.button("Export settings…");
            double before = top(export);
            Showcase.run(() -> {
                outcome.textProperty().unbind();
                outcome.setText("Written to settings.json.");
            });
            window.settle();
            assertThat(top(export)).isEqualTo(before);
            window.press("Close");
        }
    }

    private static double top(ButtonBase button) {
        return Showcase.call(() -> button.localToScreen(button.getLayoutBounds()).getMinY());
    }

    @Test
    void aProtectedStageAsksForItsName() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.open("support/greeting");
            window.keys("Shortcut+COMMA");
            ListView<?> stages = window.find(ListView.class, "settingsStages");
            CheckBox guarded = window.find(CheckBox.class, "settingsGuarded");
            Showcase.run(() -> stages.getSelectionModel().selectLast());
            Platform.runLater(guarded::fire);
            window.awaitText("production · protected");
            ButtonBase up = window.button("Up");
            ButtonBase down = window.button("Down");
            assertThat(down.isDisabled()).as("the last cannot go down").isTrue();
            Showcase.run(() -> stages.getSelectionModel().selectFirst());
            assertThat(up.isDisabled()).as("the first cannot go up").isTrue();
            assertThat(down.isDisabled()).isFalse();
            window.pictures("settings");
            window.press("Close");
            window.await("the settings are gone", () -> !window.hasButton("Close"));

            window.choose("1.3.0");
            window.keys("Shortcut+M");
            TextField name = window.find(TextField.class, "typedName");
            window.await("the name can be typed", name::isFocused);
            window.pictures("promote-protected");
            assertThat(window.button("Promote 1.3.0 to production").isDisabled()).isTrue();
            window.type("production");
            window.press("Promote 1.3.0 to production");
            window.await("it is in production", () -> production(window).equals(Optional.of("1.3.0")));
        }
    }
}
