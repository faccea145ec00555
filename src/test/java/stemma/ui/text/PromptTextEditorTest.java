package stemma.ui.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static stemma.ui.text.EditorStage.call;
import static stemma.ui.text.EditorStage.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.fxmisc.richtext.GenericStyledArea;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import stemma.template.Syntaxes;

class PromptTextEditorTest {
    private final EditorStage stage;

    PromptTextEditorTest() throws TimeoutException {
        stage = new EditorStage();
    }

    @Test
    void everyTextComesBackToTheLastCharacter() {
        PromptTextEditor editor = stage.shown("");
        String long1 = "long\r\n" + "x".repeat(6_000) + "\0\u000B\r\nend\n";
        for (String text : List.of(
                "", "\n", "\r\n", "a", "a\n", "a\r\nb\r\n", "a\rb", "a\nb\r\nc\rd", "\uFEFFbom\n", "tab\t \t\n",
                "zero\u200Bwidth\u200D\u2060", "sep\u2028para\u2029nel\u0085", "\0\u0001\u001B\u007F\u000B\f",
                "e\u0301 日本語 עברית 😀👩‍👩‍👧", "  trailing  \n\n\n", "¶\r\n¶\n", long1)) {
            run(() -> editor.load(text));
            assertThat(call(editor::getText)).isEqualTo(text);
            assertThat(editor.undoAvailableProperty().get()).isFalse();
        }
    }

    @Test
    void typingKeepsTheLineEndsOfTheText() {
        PromptTextEditor editor = stage.shown("one\r\ntwo\r\n");
        stage.robot.write("ab");
        stage.robot.push(KeyCode.ENTER);
        assertThat(call(editor::getText)).isEqualTo("ab\r\none\r\ntwo\r\n");
        run(() -> editor.load("a\nb\r\nc\n"));
        stage.robot.write("x");
        run(() -> editor.select(4, 4));
        stage.robot.write("y");
        assertThat(call(editor::getText)).isEqualTo("xa\nby\r\nc\n");
        run(editor::undo);
        run(editor::undo);
        assertThat(call(editor::getText)).isEqualTo("a\nb\r\nc\n");
    }

    @Test
    void undoAndRedoByKeyboardLeadBackToTheLoadedText() {
        PromptTextEditor editor = stage.shown("start ");
        run(() -> editor.select(6, 6));
        stage.robot.write("one two");
        assertThat(call(editor::getText)).isEqualTo("start one two");
        stage.robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(call(editor::getText)).isEqualTo("start one ");
        stage.robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(call(editor::getText)).isEqualTo("start ");
        assertThat(editor.undoAvailableProperty().get()).isFalse();
        stage.robot.push(KeyCode.CONTROL, KeyCode.Y);
        stage.robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(call(editor::getText)).isEqualTo("start one two");
        assertThat(editor.redoAvailableProperty().get()).isFalse();
    }

    @Test
    void settingTextIsOneStep() {
        PromptTextEditor editor = stage.shown("one\ntwo\n");
        run(() -> editor.setText("one\r\ntwo three\n"));
        assertThat(call(editor::getText)).isEqualTo("one\r\ntwo three\n");
        run(editor::undo);
        assertThat(call(editor::getText)).isEqualTo("one\ntwo\n");
    }

    @Test
    void listenersSeeEachText() {
        PromptTextEditor editor = stage.shown("a");
        List<String> seen = new ArrayList<>();
        run(() -> editor.textProperty().addListener((property, old, now) -> seen.add(now)));
        stage.robot.write("b");
        run(() -> editor.load("c"));
        assertThat(seen).containsExactly("ba", "c");
    }

    @Test
    void aLongParagraphChangesTheControlAndNothingElse() {
        PromptTextEditor editor = stage.shown("first\r\n");
        run(() -> editor.setSyntax(Syntaxes.of("mustache")));
        assertThat(call(editor::canColour)).isTrue();
        stage.robot.write("a");
        String paragraph = "word ".repeat(2_000);
        run(() -> editor.insert(paragraph));
        assertThat(call(editor::canColour)).isFalse();
        assertThat(call(editor::getText)).isEqualTo("a" + paragraph + "first\r\n");
        assertThat(call(editor::getCaretPosition)).isEqualTo(1 + paragraph.length());
        assertThat(call(editor::isTextFocused)).isTrue();
        stage.robot.write("z");
        assertThat(call(editor::getText)).isEqualTo("a" + paragraph + "zfirst\r\n");
        stage.robot.push(KeyCode.CONTROL, KeyCode.Z);
        stage.robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(call(editor::getText)).isEqualTo("afirst\r\n");
        assertThat(call(editor::canColour)).isTrue();
        assertThat(call(editor::isTextFocused)).isTrue();
        stage.robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(call(editor::getText)).isEqualTo("first\r\n");
        stage.robot.push(KeyCode.CONTROL, KeyCode.Y);
        stage.robot.push(KeyCode.CONTROL, KeyCode.Y);
        stage.robot.push(KeyCode.CONTROL, KeyCode.Y);
        assertThat(call(editor::getText)).isEqualTo("a" + paragraph + "zfirst\r\n");
    }

    @Test
    void aLongParagraphFindsTheOtherControlReady() {
        String lines = "A line like many others.\n".repeat(15_000);
        PromptTextEditor editor = stage.shown(lines);
        String paragraph = "word {{name}} ".repeat(50_000);
        run(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, paragraph)));
        assertThat(call(() -> {
                    editor.selectAll();
                    editor.paste();
                    return editor.canColour();
                }))
                .isFalse();
        assertThat(call(editor::getText)).isEqualTo(paragraph);
        stage.robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(call(editor::getText)).isEqualTo(lines);
        assertThat(call(() -> {
                    editor.redo();
                    return editor.canColour();
                }))
                .isFalse();
    }

    @Test
    void replaceAllIsOneStep() {
        PromptTextEditor editor = stage.shown("cat, Cat\r\nconcat {{cat}}\r\n");
        stage.robot.push(KeyCode.CONTROL, KeyCode.H);
        stage.robot.write("cat");
        FindModel find = editor.findModel();
        assertThat(find.statusProperty().get()).isEqualTo("1 of 4");
        run(() -> find.wholeWordProperty().set(true));
        assertThat(find.statusProperty().get()).isEqualTo("1 of 3");
        run(() -> find.replacementProperty().set("dog$1"));
        run(find::replaceAll);
        assertThat(call(editor::getText)).isEqualTo("dog$1, dog$1\r\nconcat {{dog$1}}\r\n");
        assertThat(find.statusProperty().get()).isEqualTo("3 replaced");
        run(editor::undo);
        assertThat(call(editor::getText)).isEqualTo("cat, Cat\r\nconcat {{cat}}\r\n");
        assertThat(editor.undoAvailableProperty().get()).isFalse();
    }

    @Test
    void tabGoesFromWhatIsSoughtToWhatReplacesItAndBack() {
        PromptTextEditor editor = stage.shown("a cat");
        run(editor::findAndReplace);
        TextField query = (TextField) call(() -> editor.node().lookup("#query"));
        TextField replacement = (TextField) call(() -> editor.node().lookup("#replacement"));
        run(query::requestFocus);
        stage.robot.push(KeyCode.TAB);
        assertThat(focused(replacement)).isTrue();
        stage.robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(focused(query)).isTrue();
    }

    @Test
    void tabReachesEverythingInTheFindBarOnceAndLeavesIt() {
        PromptTextEditor editor = stage.shown("a cat");
        run(editor::findAndReplace);
        run(() -> editor.findModel().queryProperty().set("cat"));
        run(editor.node().lookup("#query")::requestFocus);
        for (String next : List.of(
                "#replacement",
                "#replace",
                "#replaceAll",
                "#caseSensitive",
                "#wholeWord",
                "#regex",
                "#previous",
                "#next",
                "#close")) {
            stage.robot.push(KeyCode.TAB);
            assertThat(focused(editor.node().lookup(next))).as(next).isTrue();
        }
        stage.robot.push(KeyCode.TAB);
        assertThat(call(editor::isTextFocused)).isTrue();
    }

    @Test
    void theKeysOfSearchingHoldInTheFindBarToo() {
        PromptTextEditor editor = stage.shown("a cat, a cat, a cat");
        FindModel find = editor.findModel();
        stage.robot.push(KeyCode.CONTROL, KeyCode.F);
        stage.robot.write("cat");
        stage.robot.push(KeyCode.F3);
        assertThat(find.statusProperty().get()).isEqualTo("2 of 3");
        stage.robot.push(KeyCode.CONTROL, KeyCode.G);
        assertThat(find.statusProperty().get()).isEqualTo("3 of 3");
        stage.robot.push(KeyCode.CONTROL, KeyCode.H);
        assertThat(find.queryProperty().get()).isEqualTo("cat");
        assertThat(find.replacingProperty().get()).isTrue();
    }

    @Test
    void whatWasReplacedIsUndoneFromTheFindBar() {
        PromptTextEditor editor = stage.shown("a cat");
        run(editor::findAndReplace);
        run(() -> editor.findModel().queryProperty().set("cat"));
        run(() -> editor.findModel().replacementProperty().set("dog"));
        run(editor.node().lookup("#replaceAll")::requestFocus);
        stage.robot.push(KeyCode.SPACE);
        assertThat(call(editor::getText)).isEqualTo("a dog");
        stage.robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(call(editor::getText)).isEqualTo("a cat");
        stage.robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(call(editor::getText)).isEqualTo("a dog");
    }

    @Test
    void aFieldOfTheFindBarUndoesItsOwnTyping() {
        PromptTextEditor editor = stage.shown("a cat");
        run(() -> editor.setText("a dog"));
        stage.robot.push(KeyCode.CONTROL, KeyCode.F);
        stage.robot.write("cat");
        stage.robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(editor.findModel().queryProperty().get()).isNotEqualTo("cat");
        assertThat(call(editor::getText)).isEqualTo("a dog");
    }

    @Test
    void findWalksThroughTheMatchesByKeyboard() {
        PromptTextEditor editor = stage.shown("a b a b a");
        stage.robot.push(KeyCode.CONTROL, KeyCode.F);
        stage.robot.write("a");
        FindModel find = editor.findModel();
        assertThat(find.statusProperty().get()).isEqualTo("1 of 3");
        stage.robot.push(KeyCode.ENTER);
        assertThat(find.statusProperty().get()).isEqualTo("2 of 3");
        stage.robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        stage.robot.push(KeyCode.SHIFT, KeyCode.ENTER);
        assertThat(find.statusProperty().get()).isEqualTo("3 of 3");
        stage.robot.push(KeyCode.ESCAPE);
        assertThat(find.openProperty().get()).isFalse();
        assertThat(call(editor::isTextFocused)).isTrue();
        assertThat(call(editor::getCaretPosition)).isEqualTo(9);
        stage.robot.push(KeyCode.F3);
        assertThat(call(editor::getSelectedText)).isEqualTo("a");
        assertThat(call(editor::getCaretPosition)).isEqualTo(1);
        stage.robot.push(KeyCode.SHIFT, KeyCode.F3);
        assertThat(call(editor::getCaretPosition)).isEqualTo(9);
    }

    @Test
    void replacingOneByOneGoesOnToTheNext() {
        PromptTextEditor editor = stage.shown("a1 a2 a3");
        run(() -> {
            editor.findAndReplace();
            editor.findModel().regexProperty().set(true);
            editor.findModel().queryProperty().set("a(\\d)");
            editor.findModel().replacementProperty().set("$1a");
            editor.findModel().replace();
            editor.findModel().replace();
        });
        assertThat(call(editor::getText)).isEqualTo("1a 2a a3");
        assertThat(call(editor::getSelectedText)).isEqualTo("a3");
        run(() -> editor.findModel().queryProperty().set("a("));
        assertThat(editor.findModel().errorProperty().get()).contains("Unclosed group");
        run(() -> {
            editor.findModel().next();
            editor.findModel().replaceAll();
            editor.findModel().queryProperty().set("\\d");
            editor.findModel().replacementProperty().set("$7");
            editor.findModel().replaceAll();
        });
        assertThat(editor.findModel().errorProperty().get()).contains("No group 7");
        assertThat(call(editor::getText)).isEqualTo("1a 2a a3");
    }

    @Test
    void nothingCanBeWrittenWhereNothingIsToBeWritten() {
        PromptTextEditor editor = stage.shown("a b a");
        run(() -> editor.editableProperty().set(false));
        stage.robot.write("x");
        stage.robot.push(KeyCode.CONTROL, KeyCode.H);
        run(() -> {
            editor.findModel().queryProperty().set("a");
            editor.findModel().replaceAll();
            editor.insert("y");
        });
        assertThat(call(editor::getText)).isEqualTo("a b a");
        assertThat(editor.findModel().replacingProperty().get()).isFalse();
    }

    @Test
    void tabWritesAndOtherKeysLeave() {
        PromptTextEditor editor = stage.editor("x");
        Button before = new Button("before");
        Button after = new Button("after");
        stage.show(call(() -> new VBox(before, editor.node(), after)), 400, 300);
        run(editor::requestFocus);
        stage.robot.push(KeyCode.TAB);
        assertThat(call(editor::getText)).isEqualTo("\tx");
        stage.robot.push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(focused(before)).isTrue();
        run(editor::requestFocus);
        stage.robot.push(KeyCode.CONTROL, KeyCode.TAB);
        assertThat(focused(after)).isTrue();
        run(() -> editor.editableProperty().set(false));
        run(editor::requestFocus);
        stage.robot.push(KeyCode.TAB);
        assertThat(focused(after)).isTrue();
        assertThat(call(editor::getText)).isEqualTo("\tx");
    }

    @Test
    void theClipboardHasTheExactText() {
        PromptTextEditor editor = stage.shown("a\r\nb\nc\n");
        stage.robot.push(KeyCode.CONTROL, KeyCode.A);
        stage.robot.push(KeyCode.CONTROL, KeyCode.X);
        assertThat(call(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("a\r\nb\nc\n");
        assertThat(call(editor::getText)).isEmpty();
        stage.robot.push(KeyCode.CONTROL, KeyCode.V);
        assertThat(call(editor::getText)).isEqualTo("a\nb\nc\n");
        stage.robot.push(KeyCode.CONTROL, KeyCode.Z);
        stage.robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(call(editor::getText)).isEqualTo("a\r\nb\nc\n");
    }

    @Test
    void halfACharacterIsNeverInserted() {
        PromptTextEditor editor = stage.shown("");
        run(() -> editor.insert("a\uD83Db😀"));
        assertThat(call(editor::getText)).isEqualTo("a\uFFFDb😀");
    }

    @Test
    void erasingTakesWholeCharacters() {
        PromptTextEditor editor = stage.shown("a😀");
        run(() -> editor.select(3, 3));
        stage.robot.push(KeyCode.BACK_SPACE);
        assertThat(call(editor::getText)).isEqualTo("a");
        run(() -> editor.load("😀b"));
        stage.robot.push(KeyCode.DELETE);
        assertThat(call(editor::getText)).isEqualTo("b");
    }

    @Test
    void aGrowingEditorIsAsTallAsItsText() {
        PromptTextEditor editor = stage.editor("one\ntwo");
        run(() -> editor.growingProperty().set(true));
        ScrollPane pane = call(() -> new ScrollPane(new VBox(editor.node())));
        run(() -> pane.setFitToWidth(true));
        stage.show(pane, 500, 300);
        double two = call(() -> editor.node().getBoundsInParent().getHeight());
        assertThat(two).isBetween(40.0, 90.0);
        run(() -> editor.insert("line\n".repeat(38)));
        run(() -> pane.requestLayout());
        double forty = call(() -> editor.node().getBoundsInParent().getHeight());
        assertThat(forty).isBetween(38 * 18.0, 42 * 30.0);
        run(editor::requestFocus);
        run(() -> editor.select(editor.getText().length(), editor.getText().length()));
        assertThat(call(pane::getVvalue)).isGreaterThan(0.9);
        run(editor::undo);
        run(() -> pane.requestLayout());
        assertThat(call(() -> editor.node().getBoundsInParent().getHeight())).isEqualTo(two);
    }

    @Test
    void aLongTextIsShownFromItsBeginning() {
        PromptTextEditor editor = stage.shown("a line\n".repeat(200));
        GenericStyledArea<?, ?, ?> area = (GenericStyledArea<?, ?, ?>) editor.node().lookup(".prompt-text");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(call(area::firstVisibleParToAllParIndex)).isZero();
        run(() -> editor.load("another line\n".repeat(300)));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(call(area::firstVisibleParToAllParIndex)).isZero();
    }

    @Test
    void whatIsUndoneFarAwayComesIntoView() {
        PromptTextEditor editor = stage.editor("line\n".repeat(60));
        ScrollPane pane = growing(editor);
        run(() -> editor.select(editor.getText().length(), editor.getText().length()));
        run(() -> editor.insert("more\n".repeat(20)));
        pulses();
        assertThat(call(pane::getVvalue)).as("pasted at the end").isGreaterThan(0.95);
        stage.robot.push(KeyCode.CONTROL, KeyCode.Z);
        run(() -> editor.select(0, 0));
        pulses();
        assertThat(call(pane::getVvalue)).isLessThan(0.1);
        stage.robot.push(KeyCode.CONTROL, KeyCode.Y);
        pulses();
        assertThat(call(pane::getVvalue)).as("put in again at the end").isGreaterThan(0.95);
    }

    @Test
    void theFindBarStaysOnTheScreenWhileWhatIsFoundIsScrolledTo() {
        PromptTextEditor editor = stage.editor("sought\n" + "line\n".repeat(60) + "sought\n");
        ScrollPane pane = growing(editor);
        run(editor::find);
        stage.robot.write("sought");
        pulses();
        Node down = call(() -> editor.node().lookupAll(".find-bar .button").stream()
                .filter(node -> node.getAccessibleText() != null && node.getAccessibleText().startsWith("Next match"))
                .findFirst()
                .orElseThrow());
        double there = call(() -> down.localToScene(0, 0).getY());
        stage.robot.clickOn(down);
        pulses();
        assertThat(call(pane::getVvalue)).isGreaterThan(0.9);
        assertThat(call(() -> down.localToScene(0, 0).getY()))
                .as("still under the mouse")
                .isCloseTo(there, within(10.0));
        stage.robot.clickOn(down);
        pulses();
        assertThat(call(editor::getCaretPosition)).isEqualTo("sought".length());
        double bar = call(() -> editor.node().lookup(".find-bar").localToScene(0, 0).getY()
                + editor.node().lookup(".find-bar").getLayoutBounds().getHeight());
        assertThat(call(() -> editor.node().lookup(".prompt-text").localToScene(0, 0).getY()))
                .as("what is found is not below the bar")
                .isGreaterThanOrEqualTo(bar - 1);
    }

    @Test
    void aPressBesideTheButtonsOfTheFindBarLeavesTheKeyboardThere() {
        PromptTextEditor editor = stage.editor("a");
        growing(editor);
        run(editor::find);
        TextField query = call(() -> (TextField) editor.node().lookup(".find-bar .text-field"));
        Bounds bar = call(() -> {
            Node node = editor.node().lookup(".find-bar");
            return node.localToScreen(node.getLayoutBounds());
        });
        stage.robot.clickOn(bar.getMaxX() - 8, bar.getCenterY());
        assertThat(focused(query)).isTrue();
    }

    @Test
    void aSelectionThatIsDraggedIsOneStep() {
        PromptTextEditor editor = stage.shown("one two three");
        GenericStyledArea<?, ?, ?> area = call(() -> (GenericStyledArea<?, ?, ?>) editor.node().lookup(".prompt-text"));
        run(() -> editor.select(0, 4));
        run(() -> area.moveSelectedText(8));
        assertThat(call(editor::getText)).isEqualTo("two one three");
        assertThat(call(editor::getSelectedText)).isEqualTo("one ");
        run(() -> area.moveSelectedText(0));
        assertThat(call(editor::getText)).isEqualTo("one two three");
        assertThat(call(editor::getSelectedText)).isEqualTo("one ");
        run(editor::undo);
        assertThat(call(editor::getText)).isEqualTo("two one three");
        run(editor::undo);
        assertThat(call(editor::getText)).isEqualTo("one two three");
    }

    /// As the control calls it: the caret has followed the mouse to the place where the button is let go.
    @Test
    void aSelectionIsDroppedWhereTheMouseHasTakenTheCaret() {
        PromptTextEditor editor = stage.shown("one two three");
        GenericStyledArea<?, ?, ?> area = call(() -> (GenericStyledArea<?, ?, ?>) editor.node().lookup(".prompt-text"));
        run(() -> editor.select(0, 4));
        run(() -> {
            area.displaceCaret(8);
            area.moveSelectedText(8);
        });
        assertThat(call(editor::getText)).isEqualTo("two one three");
        assertThat(call(editor::getSelectedText)).isEqualTo("one ");
    }

    @Test
    void aDoubleClickTakesTheWordWithoutTheBlankBesideIt() {
        PromptTextEditor editor = stage.shown("Say it\nto the time_zone, now");
        GenericStyledArea<?, ?, ?> area = call(() -> (GenericStyledArea<?, ?, ?>) editor.node().lookup(".prompt-text"));
        for (Map.Entry<Integer, String> word : List.of(
                Map.entry(0, "Say"), Map.entry(1, "Say"), Map.entry(3, "Say"), Map.entry(4, "it"), Map.entry(6, "it"),
                Map.entry(7, "to"), Map.entry(9, "to"), Map.entry(10, "the"), Map.entry(16, "time_zone"),
                Map.entry(23, "time_zone"), Map.entry(28, "now"))) {
            run(() -> {
                area.moveTo(word.getKey());
                area.selectWord();
            });
            assertThat(call(editor::getSelectedText)).as("at %d", word.getKey()).isEqualTo(word.getValue());
        }
        run(() -> editor.load(""));
        run(area::selectWord);
        assertThat(call(editor::getSelectedText)).isEmpty();
    }

    private ScrollPane growing(PromptTextEditor editor) {
        run(() -> editor.growingProperty().set(true));
        ScrollPane pane = call(() -> new ScrollPane(new VBox(new Label("one\ntwo\nthree"), editor.node())));
        run(() -> pane.setFitToWidth(true));
        stage.show(pane, 500, 300);
        run(editor::requestFocus);
        pulses();
        return pane;
    }

    private static void pulses() {
        WaitForAsyncUtils.waitForFxEvents(6);
    }

    @Test
    void theContextMenuShowsWhatCanBeDoneAndItsKeys() {
        PromptTextEditor editor = stage.shown("some words");
        stage.robot.rightClickOn(editor.node());
        ContextMenu menu = call(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow());
        List<MenuItem> items = menu.getItems().stream()
                .filter(item -> !(item instanceof SeparatorMenuItem))
                .toList();
        assertThat(items).allMatch(item -> item.getAccelerator() != null && !item.getText().isBlank());
        assertThat(items.getFirst().isDisable()).as("nothing to undo").isTrue();
        run(items.get(5)::fire);
        assertThat(call(editor::getSelectedText)).isEqualTo("some words");
        run(menu::hide);
    }

    @Test
    void everyButtonOfTheFindBarHasAName() {
        PromptTextEditor editor = stage.shown("a");
        run(editor::findAndReplace);
        for (Node node : call(() -> editor.node().lookupAll(".find-bar .button"))) {
            assertThat(node.getAccessibleText() != null
                            || node instanceof Button button && !button.getText().isEmpty())
                    .isTrue();
        }
        assertThat(call(() -> editor.node().lookupAll(".find-bar .text-field")))
                .allMatch(node -> node instanceof TextField field && !field.getAccessibleText().isEmpty());
    }

    private static boolean focused(Node node) {
        return call(node::isFocused);
    }
}
