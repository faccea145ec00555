package stemma.ui.shortcuts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.settings.Settings;
import stemma.ui.Showcase;
import stemma.ui.common.Command;
import stemma.ui.common.FxDialogs;
import stemma.ui.common.Theme;
import stemma.ui.common.Theme.Appearance;

/// The shortcuts by keys alone.
final class ShortcutsScreenTest {
    private static final KeyCombination CTRL_M = new KeyCodeCombination(KeyCode.M, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination CTRL_K = new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);

    @TempDir
    Path folder;

    @Test
    void enterPressedOnceMoreDoesNotTakeTheNewKeysBack() throws Exception {
        Command promote = new Command(
                "promote",
                "Menu",
                "Promote…",
                Optional.of(CTRL_M),
                new SimpleObjectProperty<>(CTRL_M),
                () -> true,
                () -> {});
        Showcase showcase = new Showcase();
        try (Settings settings = Settings.load(folder.resolve("settings.json"))) {
            ShortcutsModel model = new ShortcutsModel(List.of(promote), List.of(), settings);
            Scene scene = showcase.show(
                    () -> new ShortcutsController(model, new FxDialogs(() -> null, new Theme())).view(),
                    700,
                    600,
                    Appearance.LIGHT);
            Showcase.run(scene.lookup("#shortcutsFilter")::requestFocus);
            showcase.robot.push(KeyCode.DOWN);
            showcase.robot.push(KeyCode.TAB);
            showcase.robot.push(new KeyCodeCombination(KeyCode.K, KeyCombination.CONTROL_DOWN));
            showcase.robot.push(KeyCode.TAB);
            showcase.robot.push(KeyCode.ENTER);
            showcase.robot.push(KeyCode.ENTER);
            showcase.settle();

            assertThat(promote.keys().get()).isEqualTo(CTRL_K);
            assertThat(Showcase.<Node>call(scene::getFocusOwner)).isSameAs(scene.lookup("#shortcutsCommands"));
        }
    }
}
