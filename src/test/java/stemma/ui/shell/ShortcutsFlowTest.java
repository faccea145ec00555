package stemma.ui.shell;

import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.ui.Showcase;

/// A command gets other keys, which work at once.
class ShortcutsFlowTest {
    @TempDir
    Path folder;

    @Test
    void newKeysArePressedAndWorkAtOnce() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.open("support/greeting");
            window.keys("F1");
            window.typeInto("shortcutsFilter", "all commands");
            ListView<?> commands = window.find(ListView.class, "shortcutsCommands");
            Showcase.run(() -> commands.getSelectionModel().selectFirst());
            TextField keys = window.find(TextField.class, "shortcutsKeys");
            Showcase.run(keys::requestFocus);
            window.keys("Shortcut+M");
            window.awaitText("“Promote…” has these keys now");
            window.pictures("shortcuts");
            window.keys("Shortcut+K");
            window.press("Use these keys");
            window.press("Close");
            window.await("the shortcuts are gone", () -> !window.hasButton("Close"));
            window.keys("Shortcut+K");
            window.find(TextField.class, "paletteTyped");
        }
    }

    @Test
    void aShortcutIsChangedByKeysAlone() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.keys(KeyCode.F1);
            window.typeInto("shortcutsFilter", "promote");
            window.keys(KeyCode.DOWN, KeyCode.TAB);
            window.keys("Shortcut+K");
            window.await("they can be used", () -> !window.button("Use these keys").isDisabled());
            window.keys(KeyCode.TAB, KeyCode.SPACE);
            window.keys(KeyCode.ESCAPE);
            window.await("the command has them", () -> window.shell().menuCommands().stream()
                    .anyMatch(command -> command.id().equals("promote")
                            && command.shownKeys().equals("Ctrl+K")));
        }
    }
}
