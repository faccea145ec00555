package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

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
    void keysAreTakenAwayAndGivenBackOnlyWhenThatIsMeant() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.keys(KeyCode.F1);
            window.typeInto("shortcutsFilter", "next change");
            ListView<?> commands = window.find(ListView.class, "shortcutsCommands");
            Showcase.run(() -> commands.getSelectionModel().selectFirst());
            window.awaitText("These keys belong to the screen");
            assertThat(window.button("No keys").isDisabled()).isTrue();
            TextField filter = window.find(TextField.class, "shortcutsFilter");
            Showcase.run(() -> {
                filter.setText("promote");
                commands.getSelectionModel().selectFirst();
            });
            window.press("No keys");
            window.await("it has none", () -> keys(window).isEmpty());
            window.press("Usual keys for all");
            window.awaitText("Give every command its usual keys back?");
            window.press("Cancel");
            window.await("the question is gone", () -> !window.hasButton("Cancel"));
            assertThat(keys(window)).isEmpty();
            window.press("Usual keys for all");
            window.awaitText("Give every command its usual keys back?");
            window.keys(KeyCode.ENTER);
            window.await("it has its own again", () -> keys(window).equals("Ctrl+M"));
            window.press("Close");
        }
    }

    private static String keys(OpenWindow window) {
        return window.shell().menuCommands().stream()
                .filter(command -> command.id().equals("promote"))
                .findFirst()
                .orElseThrow()
                .shownKeys();
    }

    @Test
    void whatIsSaidOfKeysHoldsNoMoreOnceTheyAreUsed() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.keys(KeyCode.F1);
            ListView<?> commands = window.find(ListView.class, "shortcutsCommands");
            TextField keys = window.find(TextField.class, "shortcutsKeys");
            Showcase.run(() -> {
                commands.getSelectionModel().selectFirst();
                keys.requestFocus();
            });
            window.keys("Shortcut+P");
            window.awaitText("has these keys now and would lose them");
            window.press("Use these keys");
            window.await("they are its own", () -> window.button("Use these keys").isDisabled());
            assertThat(window.texts()).doesNotContain("has these keys now and would lose them");
            window.press("Close");
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
