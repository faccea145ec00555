package stemma.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stemma.prompt.Content;
import stemma.prompt.Example;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.Variable;
import stemma.prompt.VersionLabel;
import stemma.ui.Showcase;
import stemma.ui.common.Theme.Appearance;

/// The screen under a robot's hands.
final class EditorScreenTest {
    @TempDir
    Path folder;

    private Desk desk;
    private Showcase showcase;
    private EditorModel editor;

    @BeforeEach
    void prepare() throws TimeoutException {
        desk = new Desk(folder);
        showcase = new Showcase();
    }

    private Scene show(Content content) {
        desk.save("1.0.0", content, "alice");
        return showcase.show(
                () -> {
                    editor = desk.open();
                    EditorController middle = new EditorController(editor, EditorPicturesTest.LOOK, desk.tasks);
                    DetailsController right = new DetailsController(editor, middle);
                    return new HBox(middle.node(), right.node());
                },
                1000,
                700,
                Appearance.LIGHT);
    }

    @Test
    void aPromptThatIsBeingReadShowsNoEmptyForm() {
        desk.save("1.0.0", Content.plain("Hello"), "alice");
        Scene scene = showcase.show(
                () -> {
                    editor = new EditorModel(Desk.GREETING, desk.context());
                    EditorController middle = new EditorController(editor, EditorPicturesTest.LOOK, desk.tasks);
                    return new HBox(middle.node(), new DetailsController(editor, middle).node());
                },
                1000,
                700,
                Appearance.LIGHT);
        List<Node> form = List.of(scene.lookup(".editor-head"), scene.lookup(".tab-pane"));
        assertThat(form).noneMatch(Node::isVisible);
        Showcase.run(() -> {
            editor.open();
            desk.tasks.passTime();
        });
        assertThat(form).allMatch(Node::isVisible);
    }

    @Test
    void formattingJsonCanBeUndone() {
        JsonPaneController pane = Showcase.call(
                () -> new JsonPaneController(new JsonField(), true, JsonPaneController.Kind.CONFIG));
        Scene scene = showcase.show(() -> new HBox(pane.node()), 400, 300, Appearance.LIGHT);
        TextArea json = (TextArea) Showcase.call(() -> scene.lookup(".json"));
        Showcase.run(() -> json.appendText("{\"a\":1}"));
        press(scene, "Format");
        assertThat(json.getText()).contains("\n");
        assertThat(Showcase.call(json::isFocused)).isTrue();
        Showcase.run(json::undo);
        assertThat(json.getText()).isEqualTo("{\"a\":1}");
    }

    @Test
    void theKeyboardGoesOnInTheMessageBelowOneThatIsRemoved() {
        Scene scene = show(Content.chat(new Message("system", "A"), new Message("user", "B"), new Message("user", "C")));
        List<Node> removals = Showcase.call(() -> scene.getRoot().lookupAll(".button").stream()
                .filter(node -> "Remove message".equals(node.getAccessibleText()))
                .toList());
        Showcase.run(() -> {
            removals.get(1).requestFocus();
            ((Button) removals.get(1)).fire();
        });
        showcase.settle();
        showcase.robot.push(KeyCode.X);
        showcase.settle();
        assertThat(text(1)).isEqualTo("xC");
    }

    @Test
    void aMessageThatIsAddedIsInSightWithWhatAddsTheNext() {
        Scene scene = show(Content.chat(new Message("system", "A\n".repeat(60)), new Message("user", "B")));
        ScrollPane chat = Showcase.call(() -> scene.getRoot().lookupAll(".scroll-pane").stream()
                .map(ScrollPane.class::cast)
                .filter(pane -> pane.getContent().lookup(".prompt-text") != null)
                .findFirst()
                .orElseThrow());
        for (int i = 0; i < 2; i++) {
            press(scene, "Add message");
            assertThat(Showcase.call(() -> bottom(scene.getRoot().lookupAll(".button").stream()
                            .filter(node -> isCalled(node, "Add message"))
                            .findFirst()
                            .orElseThrow())))
                    .isLessThanOrEqualTo(Showcase.call(() -> bottom(chat)));
        }
    }

    @Test
    void aProblemOfAnExampleIsToldInTheWindowsLanguageAndMarkedOnItsPage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMAN);
        try {
            Scene scene = show(Content.plain("Hello"));
            TabPane pages = (TabPane) Showcase.call(() -> scene.lookup(".details"));
            Showcase.run(() -> {
                editor.acts().addExample().input().textProperty().set("{} x");
                pages.getSelectionModel().select(1);
            });
            Showcase.run(desk.tasks::passTime);
            showcase.settle();
            assertThat(pages.getTabs().get(1).getGraphic()).isNotNull();
            assertThat(Showcase.call(() -> scene.getRoot().lookupAll(".problem").stream()
                            .filter(Node::isVisible)
                            .map(label -> ((Labeled) label).getText())
                            .toList()))
                    .anyMatch(text -> text.startsWith("nach dem Wert darf nichts mehr kommen"));
            Showcase.run(() -> editor.shownProperty().get().examples().clear());
            Showcase.run(desk.tasks::passTime);
            assertThat(pages.getTabs().get(1).getGraphic()).isNull();
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, Add variable", "1, Add example"})
    void whatIsAddedBelowManyOthersIsInSight(int page, String add) {
        Scene scene = show(new Content(
                "",
                "",
                Content.DEFAULT_SYNTAX,
                List.of(new Message("system", "Hello")),
                IntStream.range(0, 12).mapToObj(i -> Variable.named("v" + i)).toList(),
                Collections.nCopies(5, new Example(Json.Object.EMPTY, "Hi")),
                Json.Object.EMPTY,
                Json.Object.EMPTY));
        Showcase.run(() -> ((TabPane) scene.lookup(".details")).getSelectionModel().select(page));
        showcase.settle();
        press(scene, add);
        Node typedInto = Showcase.call(scene::getFocusOwner);
        Node shown = Showcase.call(() -> {
            Node at = typedInto;
            while (!(at instanceof ScrollPane pane) || pane.getContent().lookup(".details-card") == null) {
                at = at.getParent();
            }
            return at;
        });
        assertThat(Showcase.call(() -> bottom(typedInto))).isLessThanOrEqualTo(Showcase.call(() -> bottom(shown)));
    }

    @Test
    void theCopyOfAMessageIsInSightAndHasTheKeyboard() {
        Scene scene =
                show(Content.chat(new Message("system", "A\n".repeat(60)), new Message("user", "B\n".repeat(60))));
        press(scene, "Duplicate message");
        assertThat(text(1)).isEqualTo(text(0));
        Node copy = Showcase.call(
                () -> List.copyOf(scene.getRoot().lookupAll(".message-card")).get(1));
        assertThat(Showcase.call(() -> copy.localToScene(0, 0).getY())).isBetween(0.0, scene.getHeight() / 2);
        showcase.robot.push(KeyCode.X);
        showcase.settle();
        assertThat(text(1)).startsWith("x");
    }

    @Test
    void inLittleRoomTheTextOfABannerStaysReadableAboveItsButtons() {
        Banner banner = Banner.of(
                Banner.Kind.INFO,
                "Unsaved draft from 1:42 AM, based on 1.2.2",
                new Banner.Action("Discard draft", () -> {}),
                new Banner.Action("Dismiss", () -> {}));
        for (int width : new int[] {280, 900}) {
            Scene scene = showcase.show(
                    () -> new VBox(BannerBar.rows(List.of(banner)).getFirst()), width, 300, Appearance.LIGHT);
            double text = Showcase.call(() -> scene.getRoot().lookup(".label").getLayoutBounds().getWidth());
            assertThat(text).isGreaterThan(150);
        }
    }

    private static double bottom(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxY();
    }

    private String text(int message) {
        return Showcase.call(() -> editor.shownProperty().get().messages().get(message).textProperty().get());
    }

    private static void focus(Scene scene, String selector) {
        Showcase.run(() -> scene.lookup(selector).requestFocus());
    }

    private void press(Scene scene, String words) {
        Button button = (Button) Showcase.call(() -> scene.getRoot().lookupAll(".button").stream()
                .filter(node -> isCalled(node, words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + words)));
        Showcase.run(button::fire);
        showcase.settle();
    }

    private static boolean isCalled(Node node, String words) {
        return node instanceof Labeled labeled
                && (words.equals(labeled.getText()) || words.equals(labeled.getAccessibleText()));
    }

    @Test
    void typingMakesADraftAndUndoEndsIt() {
        Scene scene = show(Content.plain("Hello"));
        focus(scene, ".prompt-text");

        showcase.robot.push(KeyCode.X);
        showcase.settle();
        assertThat(text(0)).isEqualTo("xHello");
        assertThat(Showcase.call(() -> editor.dirtyProperty().get())).isTrue();

        showcase.robot.push(KeyCode.CONTROL, KeyCode.Z);
        showcase.settle();
        assertThat(text(0)).isEqualTo("Hello");
        assertThat(Showcase.call(() -> editor.dirtyProperty().get())).isFalse();
    }

    @Test
    void shortcutSavesFromWithinTheText() {
        Scene scene = show(Content.plain("Hello"));
        focus(scene, ".prompt-text");
        showcase.robot.push(KeyCode.X);

        showcase.robot.push(KeyCode.CONTROL, KeyCode.S);

        assertThat(desk.asked).containsExactly("save");
    }

    @Test
    void undoSurvivesALookAtAnOlderVersion() {
        Scene scene = show(Content.plain("Hello"));
        desk.save("1.1.0", Content.plain("Hello there"), "bob");
        Showcase.run(() -> editor.refresh());
        focus(scene, ".prompt-text");
        showcase.robot.push(KeyCode.X);
        String typed = text(0);
        Showcase.run(() -> editor.view(new VersionLabel("1.0.0")));
        showcase.settle();
        focus(scene, ".prompt-text");
        showcase.robot.push(KeyCode.Y);
        assertThat(text(0)).isEqualTo("Hello");

        press(scene, "Back to the draft");
        assertThat(text(0)).isEqualTo(typed).isNotEqualTo("Hello there");
        focus(scene, ".prompt-text");
        showcase.robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(text(0)).isEqualTo("Hello there");
    }

    @Test
    void messagesAreMovedByKeyboardAndKeepTheFocus() {
        Scene scene = show(Content.chat(new Message("system", "A"), new Message("user", "B")));
        focus(scene, ".prompt-text");

        showcase.robot.push(KeyCode.ALT, KeyCode.DOWN);
        showcase.settle();
        assertThat(text(0)).isEqualTo("B");
        showcase.robot.push(KeyCode.X);
        showcase.settle();
        assertThat(text(1)).isEqualTo("xA");
    }

    @Test
    void aNewMessageHasTheCaret() {
        Scene scene = show(Content.chat(new Message("system", "A")));
        press(scene, "Add message");
        showcase.robot.push(KeyCode.X);
        showcase.settle();

        assertThat(text(1)).isEqualTo("x");
    }

    @Test
    void anUndeclaredVariableIsDeclaredByOneButton() {
        Scene scene = show(Content.plain("Hello {{name}}"));
        press(scene, "Declare name");

        assertThat(Showcase.call(() -> editor.shownProperty().get().variables().getFirst().nameProperty().get()))
                .isEqualTo("name");
        Showcase.run(() -> desk.tasks.passTime());
        assertThat(Showcase.call(() -> scene.lookup(".found").isVisible())).isFalse();
    }

    @Test
    void aTemplateProblemIsSaidInWordsAndLeadsToItsPlace() {
        Scene scene = show(Content.chat(new Message("system", "A"), new Message("user", "Hi\n{{name")));
        Hyperlink link = link(scene, "Message 2, line 2: {{ is not closed");
        focus(link);
        showcase.robot.push(KeyCode.SPACE);
        showcase.settle();
        showcase.robot.push(KeyCode.X);
        showcase.settle();

        assertThat(text(1)).isEqualTo("Hi\nxname");
        Showcase.run(() -> desk.tasks.passTime());
        assertThat(Showcase.call(() -> scene.lookup(".found").isVisible())).isFalse();
    }

    @Test
    void theHeadCountsTemplateProblemsAndLeadsToTheFirst() {
        Scene scene = show(Content.plain("Hello {{name}}\n{{/if}}\n{{/unless}}"));
        Hyperlink link = link(scene, "2 template problems");
        assertThat(Showcase.call(link::getAccessibleHelp))
                .isEqualTo("2 template problems\nLine 2: {{/if}} ends nothing\nLine 3: {{/unless}} ends nothing");
        focus(link);
        showcase.robot.push(KeyCode.SPACE);
        showcase.settle();
        showcase.robot.push(KeyCode.X);
        showcase.settle();

        assertThat(text(0)).isEqualTo("Hello {{name}}\nx{{/unless}}");
    }

    @Test
    void aTemplateProblemOutOfSightIsBroughtIntoSight() {
        String lines = "A line.\n".repeat(60);
        Scene scene = show(Content.chat(new Message("system", lines), new Message("user", lines + "{{name")));
        ScrollPane chat = (ScrollPane) Showcase.call(() -> scene.lookup(".editor-chat"));
        assertThat(Showcase.call(chat::getVvalue)).isZero();
        Showcase.run(link(scene, "1 template problem")::fire);
        showcase.settle();

        assertThat(Showcase.call(chat::getVvalue)).isGreaterThan(0.9);
    }

    private static Hyperlink link(Scene scene, String text) {
        return Showcase.call(() -> scene.getRoot().lookupAll(".hyperlink").stream()
                .map(Hyperlink.class::cast)
                .filter(link -> link.isVisible() && text.equals(Optional.ofNullable(link.getAccessibleText()).orElse(link.getText())))
                .findFirst()
                .orElseThrow());
    }

    private void focus(Node node) {
        Showcase.run(node::requestFocus);
        showcase.settle();
    }

    @Test
    void plainAndChatAreSwitched() {
        Scene scene = show(Content.chat(new Message("system", "A"), new Message("user", "B")));
        Showcase.run(() -> ((ToggleButton) scene.lookup(".left-pill")).fire());
        showcase.settle();
        assertThat(text(0)).isEqualTo("A\n\nB");
        focus(scene, ".editor-plain .prompt-text");
        showcase.robot.push(KeyCode.X);
        showcase.settle();
        assertThat(text(0)).isEqualTo("xA\n\nB");
    }

    @Test
    void theKindFollowsTheArrowKeysAndStaysChosenWhenPressedAgain() {
        Scene scene = show(Content.plain("A"));
        ToggleButton plain = (ToggleButton) Showcase.call(() -> scene.lookup("#plain"));
        focus(scene, "#plain");
        showcase.robot.push(KeyCode.RIGHT);
        showcase.settle();
        assertThat(Showcase.call(plain::isSelected)).isFalse();
        assertThat(Showcase.call(() -> editor.shownProperty().get().plainProperty().get())).isFalse();

        Showcase.run(plain::fire);
        Showcase.run(plain::fire);
        assertThat(Showcase.call(plain::isSelected)).isTrue();
        assertThat(Showcase.call(() -> editor.shownProperty().get().plainProperty().get())).isTrue();
    }
}
