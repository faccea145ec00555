package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.ui.Showcase;
import stemma.ui.common.Command;

/// Commands are run, and prompts and versions opened, with a few keys.
class PaletteFlowTest {
    @TempDir
    Path folder;

    private static boolean isOpen(OpenWindow window) {
        return window.scene().getRoot().lookup("#paletteTyped") != null;
    }

    private static void awaitRow(OpenWindow window, String text) {
        ListView<?> rows = window.find(ListView.class, "paletteRows");
        window.await("the row " + text, () -> !rows.getItems().isEmpty()
                && rows.getItems().getFirst().toString().contains(text));
    }

    @Test
    void commandsRunPromptsAndVersionsOpenByKeysAlone() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.open("support/greeting");
            window.keys("Shortcut+Shift+P");
            window.typeInto("paletteTyped", "prom");
            awaitRow(window, "Promote");
            window.pictures("palette");
            window.keys(KeyCode.ENTER);
            window.find(TextField.class, "reason");
            assertThat(isOpen(window)).isFalse();
            window.press("Cancel");
            window.await("the dialog is gone", () -> !window.hasButton("Cancel"));

            window.keys("Shortcut+Shift+P");
            awaitRow(window, "Promote");
            window.keys(KeyCode.ESCAPE);
            window.await("the palette is gone", () -> !isOpen(window));
            window.await("the keyboard is where it was", () -> window.scene().getFocusOwner() != null);

            String other = Showcase.call(() -> window.view().browserModel().shownProperty().get().rows().stream()
                    .map(row -> row.id().value())
                    .filter(id -> !id.equals("support/greeting"))
                    .findFirst()
                    .orElseThrow());
            window.keys("Shortcut+P");
            window.typeInto("paletteTyped", other);
            awaitRow(window, other);
            window.pictures("quick-open");
            window.keys(KeyCode.ENTER);
            window.awaitFront(other);
            Showcase.run(() -> window.view().closeFront());

            window.keys("Shortcut+P");
            window.typeInto("paletteTyped", other + " 1.0.0");
            awaitRow(window, other + " 1.0.0");
            window.keys(KeyCode.ENTER);
            PromptTab tab = window.awaitFront(other);
            window.await("its first version is shown", () -> tab.editor()
                    .viewedProperty()
                    .get()
                    .filter(version -> version.label().value().equals("1.0.0"))
                    .isPresent());
        }
    }

    @Test
    void whatOneScreenDoesIsThereWhileThatScreenIsInFront() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.open("support/greeting");
            window.choose("1.2.0");
            assertThat(enabled(window)).contains("findInText", "replaceInText", "deleteVersion").doesNotContain("nextChange");
            window.keys("Shortcut+Shift+P");
            window.typeInto("paletteTyped", "find in the text");
            awaitRow(window, "Find in the text");
            window.keys(KeyCode.ENTER);
            window.find(TextField.class, field -> field.isFocused() && field.getScene() == window.scene());
            window.keys(KeyCode.ESCAPE);

            window.keys("Shortcut+D");
            window.await("changes are shown", () -> window.texts().contains("change"));
            assertThat(enabled(window)).contains("nextChange", "blame").doesNotContain("findInText", "takeChange");
            window.keys("Shortcut+Shift+P");
            window.typeInto("paletteTyped", "next change");
            awaitRow(window, "Next change");
            window.keys(KeyCode.ENTER);
            window.awaitText("1 of ");
            window.keys("Shortcut+Shift+P");
            window.typeInto("paletteTyped", "blame");
            awaitRow(window, "Blame");
            window.keys(KeyCode.ENTER);
            ToggleButton blame = window.find(ToggleButton.class, shown -> "Blame".equals(shown.getText()));
            window.await("blame", blame::isSelected);
        }
    }

    private static List<String> enabled(OpenWindow window) {
        return Showcase.call(() -> window.shell().commandsOfAll().stream()
                .filter(command -> command.isEnabled().getAsBoolean())
                .map(Command::id)
                .toList());
    }

    @Test
    void whatIsOpenedIsShownInTheListThoughItsFolderWasClosed() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.open("support/triage");
            Showcase.run(() -> window.stage().setHeight(420));
            TreeView<?> tree = window.find(TreeView.class, "tree");
            Showcase.run(() -> tree.getRoot().getChildren().forEach(item -> item.setExpanded(false)));
            window.keys("Shortcut+P");
            window.typeInto("paletteTyped", "support/triage");
            awaitRow(window, "support/triage");
            window.keys(KeyCode.ENTER);
            window.find(TreeCell.class, cell -> cell.isSelected()
                    && cell.getAccessibleText() != null
                    && cell.getAccessibleText().startsWith("support/triage"));
        }
    }

    @Test
    void everyItemOfTheMenusIsACommandWithAnIdOfItsOwnAndNoTwoShareKeys() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            List<Command> commands = Showcase.call(() -> window.shell().menuCommands());
            assertThat(Showcase.call(() -> window.shell().commandsOfAll())).extracting(Command::id).doesNotHaveDuplicates();
            Set<String> ids = new HashSet<>();
            Set<String> keys = new HashSet<>();
            assertThat(commands).hasSizeGreaterThan(30).allMatch(command -> ids.add(command.id()));
            assertThat(commands.stream().map(command -> command.keys().get()).filter(Objects::nonNull))
                    .allMatch(combination -> keys.add(combination.getName()));
        }
    }
}
