package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.ui.Showcase;
import stemma.ui.common.Messages;

/// Anything can stand on either side of a compare.
class CompareSidesFlowTest {
    @TempDir
    Path folder;

    private static MenuButton side(OpenWindow window, String id) {
        return window.find(MenuButton.class, id);
    }

    /// Chooses from a side's menu as a click does.
    private static void choose(OpenWindow window, String side, String... path) {
        MenuButton button = side(window, side);
        Showcase.run(() -> {
            button.getOnShowing().handle(new Event(MenuButton.ON_SHOWING));
            List<MenuItem> items = button.getItems();
            MenuItem item = null;
            for (String text : path) {
                item = items.stream()
                        .filter(found -> found.getText() != null && found.getText().startsWith(text))
                        .findFirst()
                        .orElseThrow();
                items = item instanceof Menu menu ? menu.getItems() : List.of();
            }
            // Later, since a dialog does not return before it is answered.
            MenuItem chosen = item;
            Platform.runLater(chosen::fire);
        });
    }

    private static void awaitSide(OpenWindow window, String side, String text) {
        window.await(side + " is " + text, () -> side(window, side).getText().contains(text));
    }

    @Test
    void aVersionOfAnotherPromptIsChosenWithTheKeys() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.open("support/greeting");
            Showcase.run(() -> window.view().compareChosen());
            awaitSide(window, "rightCaption", "support/greeting 1.");

            choose(window, "leftCaption", Messages.text("shell.compare.side.other"));
            ListView<?> prompts = window.find(ListView.class, "prompts");
            window.await("there are prompts", () -> !prompts.getItems().isEmpty());
            Showcase.run(() -> window.find(TextField.class, "filter").requestFocus());
            window.type("triage");
            window.keys(KeyCode.DOWN);
            window.await("the list has the keyboard", prompts::isFocused);
            window.await(
                    "it is seen that it has", () -> prompts.lookupAll(".list-cell").stream()
                            .map(cell -> (ListCell<?>) cell)
                            .anyMatch(cell -> cell.isSelected()
                                    && cell.getBackground().getFills().size() == 3));
            window.await(
                    "its versions are there",
                    () -> !window.button(Messages.text("shell.compare.other.act")).isDisabled());
            window.keys(KeyCode.ENTER);
            awaitSide(window, "leftCaption", "support/triage");
        }
    }

    @Test
    void eachSideIsChosenFromVersionsDraftClipboardAndOtherStores() throws Exception {
        StoreUri other = StoreUri.parse("file:" + folder.resolve("other"));
        try (Store store = Stores.discovered().open(other)) {
            store.append(NewVersion.first(
                    new PromptId("elsewhere"), VersionLabel.FIRST, Content.plain("From elsewhere"), "ada", ""));
        }
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.open("support/greeting");
            Showcase.run(() -> window.view().compareChosen());
            awaitSide(window, "rightCaption", "support/greeting 1.");

            choose(window, "leftCaption", Messages.text("shell.compare.side.version"), "support/greeting 1.0.0");
            awaitSide(window, "leftCaption", "1.0.0");
            assertThat(window.find(Slider.class, "timeline").isVisible()).isTrue();

            choose(window, "rightCaption", Messages.text("shell.compare.side.other"));
            ComboBox<?> address = window.find(ComboBox.class, "store");
            window.picture("compare-pick-version");
            Showcase.run(() -> {
                address.requestFocus();
                address.getEditor().setText(other.toString());
            });
            window.keys(KeyCode.ENTER);
            window.awaitText("elsewhere");
            Showcase.run(() -> window.find(ListView.class, "prompts")
                    .getSelectionModel()
                    .selectFirst());
            window.press(Messages.text("shell.compare.other.act"));
            awaitSide(window, "rightCaption", other.toString());

            Showcase.run(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "Pasted")));
            choose(window, "leftCaption", Messages.text("shell.compare.side.clipboard"));
            awaitSide(window, "leftCaption", Messages.text("compare.side.clipboard"));
            window.awaitText("From elsewhere");
            window.awaitText("Pasted");

            choose(window, "rightCaption", Messages.text("shell.compare.draft", "support/greeting"));
            window.awaitText(Messages.text("compare.take"));
            window.pictures("compare-clipboard-with-draft");
        }
    }

    @Test
    void enterInTheAddressOfAStoreTakesNothingOfTheStoreBefore() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.open("support/greeting");
            Showcase.run(() -> window.view().compareChosen());
            awaitSide(window, "rightCaption", "support/greeting 1.");
            choose(window, "rightCaption", Messages.text("shell.compare.side.other"));
            ComboBox<?> address = window.find(ComboBox.class, "store");
            window.await("a version is chosen", () -> !window.button(Messages.text("shell.compare.other.act"))
                    .isDisabled());
            Showcase.run(address::requestFocus);
            window.keys(KeyCode.ENTER);
            Showcase.run(() -> address.getEditor().setText("file:" + folder.resolve("nowhere")));
            window.keys(KeyCode.ENTER);
            ListView<?> prompts = window.find(ListView.class, "prompts");
            window.await("the other store has none", () -> prompts.getItems().isEmpty());
            assertThat(address.isFocused()).isTrue();
            window.press(ButtonType.CANCEL.getText());
        }
    }

    @Test
    void aClipboardWithoutTextIsNotComparedWith() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.open("support/greeting");
            Showcase.run(() -> window.view().compareChosen());
            awaitSide(window, "rightCaption", "support/greeting 1.");
            String before = side(window, "leftCaption").getText();
            Showcase.run(() -> Clipboard.getSystemClipboard().clear());
            choose(window, "leftCaption", Messages.text("shell.compare.side.clipboard"));
            window.awaitText(Messages.text("shell.compare.clipboard.empty"));
            assertThat(side(window, "leftCaption").getText()).isEqualTo(before);
        }
    }

    /// It would move away from below the pointer while it is dragged, since the summary has more lines there.
    @Test
    void theTimelineStaysWhereItIsFromVersionToVersion() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.open("support/greeting");
            Showcase.run(() -> window.view().compareChosen());
            awaitSide(window, "rightCaption", "support/greeting 1.3.0");
            Slider timeline = window.find(Slider.class, "timeline");
            Label summary = window.find(Label.class, "summary");
            double place = Showcase.call(() -> timeline.localToScene(0, 0).getY());
            double height = Showcase.call(summary::getHeight);
            Showcase.run(() -> timeline.setValue(0));
            awaitSide(window, "rightCaption", "support/greeting 1.0.0");
            window.await("there is more to say", () -> summary.getHeight() > height);
            assertThat(Showcase.call(() -> timeline.localToScene(0, 0).getY())).isEqualTo(place);
        }
    }

    @Test
    void valuesOfTheReadersOwnAreFilledInOnBothSides() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.open("support/greeting");
            Showcase.run(() -> window.view().compareChosen());
            awaitSide(window, "rightCaption", "support/greeting 1.");
            MenuButton more = window.find(
                    MenuButton.class, button -> Messages.text("compare.more").equals(button.getAccessibleText()));
            Showcase.run(() -> more.getItems().stream()
                    .filter(item -> Messages.text("compare.rendered").equals(item.getText()))
                    .map(CheckMenuItem.class::cast)
                    .forEach(item -> item.setSelected(true)));
            TextField field = window.find(
                    TextField.class,
                    found -> found.getAccessibleText() != null
                            && found.getAccessibleText().equals(Messages.text("compare.samples.value", "company")));
            Showcase.run(() -> field.setText("a lighthouse"));
            window.awaitText("a lighthouse");
            window.pictures("compare-own-values");
        }
    }

    @Test
    void oneKeyTurnsTheBlameOnInAnyCompareOfTwoVersions() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.open("support/greeting");
            Showcase.run(() -> window.view().compareChosen());
            awaitSide(window, "rightCaption", "support/greeting 1.");
            choose(window, "leftCaption", Messages.text("shell.compare.side.version"), "support/greeting 1.0.0");
            awaitSide(window, "leftCaption", "1.0.0");
            Showcase.run(() -> window.scene().lookup(".row-list").requestFocus());
            window.keys(KeyCode.B);
            window.await("the column tells versions", () -> !window.scene()
                    .getRoot()
                    .lookupAll(".blame-link:start")
                    .isEmpty());
            assertThat(side(window, "leftCaption").getText()).contains("1.0.0");
        }
    }
}
