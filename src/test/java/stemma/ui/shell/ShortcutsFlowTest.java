package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.ui.Showcase;
import stemma.ui.common.Command;

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
    void aCommandThatLostItsKeysShowsNone() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.keys("F1");
            ListView<?> commands = window.find(ListView.class, "shortcutsCommands");
            window.await("the keys are shown", () -> shown(commands, "new").contains("Ctrl+N"));
            Showcase.run(() -> {
                commands.getSelectionModel().select(1);
                window.find(TextField.class, "shortcutsKeys").requestFocus();
            });
            window.keys("Shortcut+N");
            window.press("Use these keys");
            window.await("they are gone", () -> !shown(commands, "new").contains("Ctrl+N"));
            Command other = (Command) commands.getItems().get(1);
            window.await("and with the other", () -> shown(commands, other.id()).contains("Ctrl+N"));
            Showcase.run(() -> other.keys().set(null));
            window.await("the list follows", () -> !shown(commands, other.id()).contains("Ctrl+N"));
            window.press("Close");
        }
    }

    /// What a command's row says.
    private static List<String> shown(ListView<?> commands, String id) {
        return Showcase.call(() -> commands.lookupAll(".list-cell").stream()
                .filter(cell -> cell instanceof ListCell<?> row
                        && row.getItem() instanceof Command command
                        && command.id().equals(id))
                .flatMap(cell -> cell.lookupAll(".label").stream())
                .map(label -> ((Label) label).getText())
                .toList());
    }

    @Test
    void menusNameKeysInTheWindowsLanguage() throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMAN);
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.open("support/greeting");
            MenuBar bar = (MenuBar) window.scene().lookup(".menu-bar");
            assertThat(bar.getMenus().stream()
                            .flatMap(menu -> menu.getItems().stream())
                            .map(MenuItem::getAccelerator)
                            .filter(Objects::nonNull)
                            .map(KeyCombination::getDisplayText))
                    .contains("Strg+N", "Strg+Umschalt+P", "F6")
                    .noneMatch(keys -> keys.contains("Ctrl") || keys.contains("Shift"));
            window.keys("Shortcut+Shift+P");
            window.find(TextField.class, "paletteTyped");
        } finally {
            Locale.setDefault(before);
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
