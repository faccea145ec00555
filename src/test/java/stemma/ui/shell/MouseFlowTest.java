package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import stemma.prompt.PromptId;
import stemma.settings.Home;
import stemma.ui.Showcase;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;

/// The window under a mouse, which puts the keyboard on what it presses.
class MouseFlowTest {
    @TempDir
    Path folder;

    private Home home = new Home(Path.of("unused"));

    @BeforeEach
    void prepare() throws Exception {
        home = SampleHome.at(folder.resolve("home"));
    }

    @Test
    void theMenuOfTheListMeansTheRowItIsOpenedOn() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            window.robot.rightClickOn(label(window, "code-review"));
            window.await("a prompt has a menu", MouseFlowTest::showsMenu);
            window.keys(KeyCode.ESCAPE);
            window.await("it is gone", () -> !showsMenu());
            window.robot.rightClickOn(label(window, "engineering"));
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(Showcase.call(MouseFlowTest::showsMenu))
                    .as("a folder has a menu that would mean a prompt")
                    .isFalse();
        }
    }

    @Test
    void aRowIsChosenAgainOnceWhatIsInFrontIsNotListed() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            PromptTab greeting = window.open("support/greeting");
            window.open("support/triage");
            Showcase.run(() -> window.view().browserModel().filterProperty().set("triage"));
            window.await("one is listed", () -> window.view().browserModel().shownProperty().get().rows().size() == 1);
            window.robot.clickOn(label(window, "greeting"));
            window.await("it is in front", () -> window.view().tabs().front().equals(Optional.of(greeting)));
            TreeView<?> tree = window.find(TreeView.class, "tree");
            window.robot.clickOn(Showcase.call(() -> tree.lookup(".prompt-name")));
            window.await("what was clicked is in front", () -> window.view().tabs().front().stream()
                    .anyMatch(tab -> tab.prompt().value().equals("support/triage")));
        }
    }

    @Test
    void theMenuOfATabClosesTheOthersAndBringsThemBack() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            window.open("support/triage");
            window.open("engineering/code-review");
            window.robot.rightClickOn(tabTitle(window, "triage"));
            window.robot.clickOn("Close other tabs");
            window.await("one is left", () -> window.tabTexts().equals(List.of("triage")));
            window.robot.rightClickOn(tabTitle(window, "triage"));
            window.awaitText("Copy id");
            window.picture("tab-menu");
            window.robot.clickOn("Reopen closed tab");
            window.awaitFront("engineering/code-review");
            window.robot.rightClickOn(tabTitle(window, "triage"));
            window.robot.clickOn("Close all tabs");
            window.await("none is left", () -> window.tabTexts().isEmpty());
        }
    }

    private static Node tabTitle(OpenWindow window, String text) {
        return Showcase.call(() -> window.scene().getRoot().lookupAll(".prompt-tabs > .tab-header-area .tab-label").stream()
                .filter(label -> label instanceof Label title && text.equals(title.getText()))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void aNewPromptCanBeWrittenAtOnce() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            newPrompt(window);
            window.await("the caret is in the text", () -> isInText(window));
            window.type("Be kind.");
            assertThat(window.texts()).contains("Be kind.");
        }
    }

    @Test
    void theFolderThatIsSuggestedForANewPromptIsNoMistakeYet() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            click(window, window.find(ButtonBase.class, button -> "New prompt".equals(button.getAccessibleText())));
            window.find(TextInputControl.class, field -> "support/".equals(field.getText()));
            window.awaitText(Messages.text("prompt.id.hint"));
            window.press("Cancel");
        }
    }

    @Test
    void aNewPromptIsPromotedOnlyOnceItHasAVersionAndSaysSo() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            newPrompt(window);
            window.await("the caret is in the text", () -> isInText(window));
            window.type("Be kind.");
            click(window, window.button("Promote"));
            window.awaitText("mine/first has no version yet: save one first.");
        }
    }

    @Test
    void aNewPromptCanBeDuplicatedBeforeItIsSaved() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            newPrompt(window);
            window.await("the caret is in the text", () -> isInText(window));
            window.type("Be kind.");
            Platform.runLater(() -> window.view().duplicate(new PromptId("mine/first")));
            window.find(TextInputControl.class, field -> "mine/first-copy".equals(field.getText()));
            window.keys(KeyCode.ENTER);
            window.await("the copy is in front", () -> window.view().tabs().front().stream()
                    .anyMatch(tab -> tab.prompt().value().equals("mine/first-copy")));
            window.await("it has the text", () -> window.texts().contains("Be kind."));
        }
    }

    @Test
    void aNewPromptThatIsDiscardedIsListedNoMore() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            newPrompt(window);
            window.await("it is listed", () -> isListed(window, "mine/first"));
            click(window, window.button("Discard draft…"));
            click(window, window.button("Discard draft"));
            window.awaitText("The draft of mine/first was discarded.");
            window.await("it is listed no more", () -> !isListed(window, "mine/first"));
            click(window, window.button("Restore"));
            window.await("it is listed again", () -> isListed(window, "mine/first"));
        }
    }

    @Test
    void whatIsChosenInTheHistoryCanStillBeComparedOnceItHasATag() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            PromptTab tab = window.open("support/greeting");
            window.choose("1.2.0");
            ButtonBase compare = window.find(ButtonBase.class, "compare");
            window.await("it can be compared", () -> !compare.isDisabled());
            window.press("Tag…");
            window.typeInto("field", "launch");
            window.press("Set tags");
            window.await("the history shows it", () -> tab.history().versionsProperty().get().stream()
                    .anyMatch(version -> version.tags().contains("launch")));
            assertThat(Showcase.call(compare::isDisabled)).isFalse();
        }
    }

    private static void openOldest(OpenWindow window) {
        Label message = window.find(Label.class, label -> "Second level asked for a fixed form".equals(label.getText()));
        window.doubleClick(
                message, "the version is shown", () -> window.texts().contains("Version 1.0.0 · read only"));
    }

    @Test
    void theOldestVersionIsShownWhereThereIsNothingToCompareItWith() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/escalation-summary");
            openOldest(window);
        }
    }

    @Test
    void theKeyboardGoesBackToTheTextFromButtonsThatCanBePressedNoMore() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/triage");
            window.typeIntoPrompt("Be kind. ");
            click(window, window.button("Save version…"));
            window.typeInto("message", "Kindness first");
            window.keys("Shortcut+Enter");
            window.awaitText("Saved support/triage 2.0.1");
            window.await("the keyboard is in the text", () -> isInText(window));

            window.type("x");
            click(window, window.button("Discard draft…"));
            click(window, window.button("Discard draft"));
            window.awaitText("The draft of support/triage was discarded.");
            window.await("the keyboard is in the text", () -> isInText(window));
        }
    }

    @Test
    void theKeyboardGoesBackToTheTextFromABannerThatIsGone() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/escalation-summary");
            openOldest(window);
            click(window, window.button("Back to the newest"));
            window.await("the keyboard is in the text", () -> isInText(window));
        }
    }

    @Test
    void theKeyboardGoesBackToWhereItWasWhenANoticeIsGone() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            window.open("support/triage");
            Showcase.run(() -> window.view().keyboard().toFirst());
            window.keys(KeyCode.DELETE);
            click(window, window.button("Delete prompt"));
            click(window, window.button("Undo"));
            window.awaitNoButton("Undo");
            window.await("the list has the keyboard", () -> {
                Node owner = window.keyboardOwnerNow();
                return owner != null && "tree".equals(owner.getId());
            });
        }
    }

    @Test
    void theListStaysWhereAPromptWasDeleted() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            Showcase.run(() -> window.view().keyboard().toFirst());
            TreeView<?> tree = window.find(TreeView.class, "tree");
            int row = Showcase.call(() -> tree.getSelectionModel().getSelectedIndex());
            window.keys(KeyCode.DELETE);
            window.press("Delete prompt");
            window.await("it is gone", () -> !isListed(window, "support/greeting"));
            window.keys(KeyCode.UP);
            assertThat(Showcase.call(() -> tree.getSelectionModel().getSelectedIndex())).isEqualTo(row - 1);
        }
    }

    @Test
    void findingIsAKeyAwayFromTheListToo() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            Showcase.run(() -> window.view().keyboard().toFirst());
            window.keys("Shortcut+F");
            window.find(TextInputControl.class, field -> "Find".equals(field.getPromptText()) && field.isFocused());
        }
    }

    @Test
    void whatWasTakenAwayCanBeBroughtBackForLonger() {
        Notices notices = new Notices();
        notices.done("Moved", "Undo", () -> {});
        notices.taken("Deleted", "Undo", () -> {});
        assertThat(NoticesPane.shown(notices.current().getLast()).toSeconds())
                .isGreaterThan(5 * NoticesPane.shown(notices.current().getFirst()).toSeconds());
    }

    private static void newPrompt(OpenWindow window) {
        window.await("the list is there", () -> window.view().browserModel().shownProperty().get().total() == 10);
        ButtonBase add = window.find(ButtonBase.class, button -> "New prompt".equals(button.getAccessibleText()));
        click(window, add);
        window.find(TextInputControl.class, TextInputControl::isFocused);
        window.keys("Shortcut+A");
        window.type("mine/first");
        window.keys(KeyCode.ENTER);
        window.await("it is in front", () -> window.view().tabs().front().stream()
                .anyMatch(tab -> tab.prompt().value().equals("mine/first")));
    }

    private static boolean isListed(OpenWindow window, String prompt) {
        return window.view().browserModel().shownProperty().get().rows().stream()
                .anyMatch(row -> row.id().value().equals(prompt));
    }

    private static boolean isInText(OpenWindow window) {
        @Nullable Node owner = window.keyboardOwnerNow();
        return owner != null && owner.getClass().getName().startsWith("stemma.ui.text");
    }

    private static boolean showsMenu() {
        return Window.getWindows().stream().anyMatch(shown -> shown instanceof ContextMenu && shown.isShowing());
    }

    private static Label label(OpenWindow window, String text) {
        return window.find(Label.class, label -> text.equals(label.getText()));
    }

    /// As a mouse does: the button gets the keyboard before it is pressed.
    private static void click(OpenWindow window, ButtonBase button) {
        window.await("it can be pressed", () -> !button.isDisabled() && button.getScene() != null);
        Showcase.run(() -> {
            if (button.isFocusTraversable()) {
                button.requestFocus();
            }
        });
        window.press(button);
    }
}
