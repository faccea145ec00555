package stemma.ui.text;

import static org.assertj.core.api.Assertions.assertThat;
import static stemma.ui.text.EditorStage.call;
import static stemma.ui.text.EditorStage.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.fxmisc.richtext.GenericStyledArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;
import stemma.template.Syntaxes;

/// JavaFX fails where it wraps a line within a run of letters that are written from right to left, and repeats others that
/// are shaped together.
class ShapedTextEditorTest {
    private static final String ARABIC = "والمستشفيات";
    private static final String HEBREW = "ולבריאויותיהם";
    private static final String WORDS =
            "مرحبا {{name}}، كيف يمكنني مساعدتك اليوم؟ אפשר לעזור לך היום ומה השם שלך בבקשה";

    private static final String HINDI =
            "नमस्ते {{name}}, मैं आज आपकी कैसे सहायता कर सकता हूँ? कृपया अपना प्रश्न विस्तार से लिखें, और हमेशा विनम्रता से उत्तर दें।";
    private static final String THAI = "นกกาบนตกงานรอคนมาชมของสวยงาม {{name}} ยามเยนคนเดนทางกลบบานชวนกนนอนหลบสบายในเวลานาน";
    private static final String MARKS = "Cafe\u0301 noir {{name}}, with marks that are letters of their own, in a long line of na\u0308ive words";
    private static final String EMOJI = "Family 👨‍👩‍👧‍👦 and flags 🇩🇪🇮🇳🇹🇭 {{name}} 👩🏽‍💻 in a line of words that is long enough to be wrapped";

    private final EditorStage stage;
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    ShapedTextEditorTest() throws TimeoutException {
        stage = new EditorStage();
    }

    @BeforeEach
    void listen() {
        run(() -> Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> failures.add(failure)));
    }

    @AfterEach
    void nothingHasFailed() {
        run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {ARABIC, HEBREW})
    void aWordThatIsWiderThanTheEditorIsScrolledToHoweverItComes(String word) {
        String wide = word.repeat(6);
        PromptTextEditor editor = shown("short {{name}} " + wide + " and on", 400);
        assertThat(wraps(editor)).isFalse();
        assertThat(sideways(editor).isVisible()).isTrue();
        run(() -> editor.load("typed "));
        laidOut(editor);
        assertThat(wraps(editor)).isTrue();
        assertThat(sideways(editor).isVisible()).isFalse();
        run(() -> editor.select(6, 6));
        run(() -> editor.insert(word.repeat(3)));
        laidOut(editor);
        stage.robot.write(word, 0);
        run(() -> editor.insert(word.repeat(2)));
        laidOut(editor);
        assertThat(call(editor::getText)).isEqualTo("typed " + wide);
        assertThat(wraps(editor)).isFalse();
        assertThat(call(() -> sideways(editor).getValue())).as("its end is on the left").isZero();
        run(() -> editor.select(7, 7));
        laidOut(editor);
        assertThat(call(() -> sideways(editor).getValue())).as("its beginning is not").isPositive();
        for (double size : List.of(14.0, 22.0, 40.0, 3.0, 30.0)) {
            run(() -> editor.fontSizeProperty().set(size));
            laidOut(editor);
            assertThat(wraps(editor)).as("at " + size).isEqualTo(size == 3.0);
        }
        for (int i = 0; i < 3; i++) {
            run(editor::undo);
            laidOut(editor);
        }
        assertThat(call(editor::getText)).isEqualTo("typed ");
        assertThat(wraps(editor)).isTrue();
        for (int i = 0; i < 3; i++) {
            run(editor::redo);
            laidOut(editor);
        }
        assertThat(call(editor::getText)).isEqualTo("typed " + wide);
        assertThat(wraps(editor)).isFalse();
        run(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, wide)));
        stage.robot.push(KeyCode.CONTROL, KeyCode.A);
        stage.robot.push(KeyCode.CONTROL, KeyCode.V);
        laidOut(editor);
        assertThat(call(editor::getText)).isEqualTo(wide);
        assertThat(wraps(editor)).isFalse();
    }

    @Test
    void twoWordsThatBecomeOneAreScrolledTo() {
        PromptTextEditor editor = shown("x " + HEBREW.repeat(2) + " " + HEBREW.repeat(2), 400);
        assertThat(wraps(editor)).isTrue();
        run(() -> editor.select(2 + 2 * HEBREW.length(), 3 + 2 * HEBREW.length()));
        stage.robot.push(KeyCode.DELETE);
        laidOut(editor);
        assertThat(wraps(editor)).isFalse();
        run(() -> editor.insert(" "));
        laidOut(editor);
        assertThat(wraps(editor)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                WORDS,
                ARABIC + HEBREW + " x",
                "# " + HEBREW + HEBREW,
                "תל-אביב תל-אביב תל-אביב תל-אביב",
                "שלום      ____________ שלום"
            })
    void everyWidthHasRoomForAText(String text) {
        PromptTextEditor editor = shown(text + "\nordinary text that is wrapped as well as any other\n" + text, 400);
        run(() -> editor.setSyntax(Syntaxes.of("mustache")));
        for (double size : List.of(14.0, 32.0)) {
            run(() -> editor.fontSizeProperty().set(size));
            run(() -> {
                for (double width = 400; width > 0; width -= 7) {
                    editor.node().resize(width, 300);
                    layOut(editor);
                }
            });
            resize(editor, 400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {HINDI, THAI, MARKS, EMOJI})
    void nothingIsRepeatedAtTheEndOfALine(String text) {
        PromptTextEditor editor = shown(text, 400);
        run(() -> editor.setSyntax(Syntaxes.of("mustache")));
        for (double width = 400; width > 200; width -= 7) {
            resize(editor, width);
            assertThat(wraps(editor)).isTrue();
            assertThat(call(() -> rightmost(editor))).as("at " + width).isLessThanOrEqualTo(width);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WORDS, HINDI, THAI, MARKS, EMOJI})
    void theKeysGoFromLineToLine(String text) {
        PromptTextEditor editor = shown(text + " " + text + "\nlast", 400);
        int last = 2 * text.length() + 2;
        List<Double> down = new ArrayList<>(List.of(caretY(editor)));
        for (int i = 0; i < 15 && caret(editor) < last; i++) {
            stage.robot.push(KeyCode.DOWN);
            down.add(caretY(editor));
        }
        assertThat(caret(editor)).isGreaterThanOrEqualTo(last);
        assertThat(down).doesNotHaveDuplicates().isSorted().hasSizeGreaterThan(3);
        stage.robot.push(KeyCode.UP);
        stage.robot.push(KeyCode.END);
        assertThat(caret(editor)).isEqualTo(last - 1);
        stage.robot.push(KeyCode.HOME);
        assertThat(caret(editor)).isLessThan(last - 1);
        for (int i = 0; i < 15; i++) {
            stage.robot.push(KeyCode.UP);
        }
        assertThat(caretY(editor)).isEqualTo(down.getFirst());
    }

    private static int caret(PromptTextEditor editor) {
        return call(() -> area(editor).getCaretPosition());
    }

    private static double caretY(PromptTextEditor editor) {
        laidOut(editor);
        return call(() -> area(editor).getCaretBounds().orElseThrow().getCenterY());
    }

    @Test
    void aTextThatIsTypedIntoANarrowEditorIsLaidOut() {
        PromptTextEditor editor = shown("a ", 100);
        run(() -> editor.select(2, 2));
        stage.robot.write(ARABIC, 0);
        laidOut(editor);
        assertThat(wraps(editor)).isFalse();
        resize(editor, 60);
        resize(editor, 600);
        assertThat(wraps(editor)).isTrue();
    }

    @Test
    void aLargeTextIsLaidOutBeforeItIsColoured() {
        String words = "كيف يمكنني مساعدتك اليوم ".repeat(4);
        PromptTextEditor editor = shown((words + "\n").repeat(250), 400);
        run(() -> {
            editor.insert(words);
            layOut(editor);
            editor.load((words + "x\n").repeat(250));
            layOut(editor);
        });
        assertThat(wraps(editor)).isTrue();
    }

    @Test
    void aGrowingEditorIsAsTallAsItsLinesAndTheirScrollBar() {
        PromptTextEditor editor = stage.editor(WORDS + "\n" + HEBREW.repeat(5) + "\n" + WORDS);
        run(() -> editor.growingProperty().set(true));
        ScrollPane pane = call(() -> new ScrollPane(new VBox(editor.node())));
        run(() -> pane.setFitToWidth(true));
        stage.show(pane, 900, 300);
        WaitForAsyncUtils.waitForFxEvents(6);
        double three = height(editor);
        assertThat(wraps(editor)).isTrue();
        run(() -> stage.window().setWidth(400));
        WaitForAsyncUtils.waitForFxEvents(6);
        assertThat(wraps(editor)).isFalse();
        assertThat(height(editor)).isEqualTo(three + call(() -> sideways(editor).prefHeight(-1)));
        run(() -> editor.node().lookup(".paragraph-text").fireEvent(wheel(-50)));
        assertThat(call(() -> sideways(editor).getValue())).isPositive();
        run(() -> editor.setText(WORDS));
        WaitForAsyncUtils.waitForFxEvents(6);
        assertThat(wraps(editor)).isTrue();
        assertThat(sideways(editor).isVisible()).isFalse();
    }

    @Test
    void ordinaryTextWrapsAtAnyWidth() {
        PromptTextEditor editor = shown("ordinary text that is wrapped as any other", 600);
        double one = lineHeight(editor);
        for (double width : List.of(300.0, 200.0, 140.0)) {
            resize(editor, width);
            assertThat(wraps(editor)).isTrue();
            assertThat(lineHeight(editor)).as("at " + width).isGreaterThan(one * 1.5);
        }
    }

    private PromptTextEditor shown(String text, double width) {
        PromptTextEditor editor = stage.editor(text);
        run(() -> editor.node().setManaged(false)); // so that its size is the test's
        stage.show(editor.node(), 700, 300);
        resize(editor, width);
        run(editor::requestFocus);
        return editor;
    }

    private static void resize(PromptTextEditor editor, double width) {
        run(() -> editor.node().resize(width, 300));
        laidOut(editor);
    }

    private static void laidOut(PromptTextEditor editor) {
        run(() -> layOut(editor));
    }

    private static void layOut(PromptTextEditor editor) {
        editor.node().applyCss();
        editor.node().layout();
        editor.node().lookupAll(".text").forEach(Node::getBoundsInParent);
    }

    private static double rightmost(PromptTextEditor editor) {
        return editor.node().lookupAll(".text").stream()
                .filter(node -> node instanceof Text && !node.getStyleClass().contains("widest"))
                .mapToDouble(node -> editor.node().sceneToLocal(node.localToScene(node.getLayoutBounds())).getMaxX())
                .max()
                .orElseThrow();
    }

    private static double height(PromptTextEditor editor) {
        return call(() -> editor.node().getBoundsInParent().getHeight());
    }

    private static double lineHeight(PromptTextEditor editor) {
        return call(() -> editor.node().lookup(".paragraph-box").getLayoutBounds().getHeight());
    }

    private static ScrollBar sideways(PromptTextEditor editor) {
        return call(() -> (ScrollBar) editor.node().lookup(".scroll-bar:horizontal"));
    }

    private static boolean wraps(PromptTextEditor editor) {
        return call(() -> area(editor).isWrapText());
    }

    private static GenericStyledArea<?, ?, ?> area(PromptTextEditor editor) {
        return (GenericStyledArea<?, ?, ?>) editor.node().lookup(".prompt-text");
    }

    private static ScrollEvent wheel(double sideways) {
        return new ScrollEvent(
                ScrollEvent.SCROLL, 0, 0, 0, 0, false, false, false, false, false, false, sideways, 0, sideways, 0,
                ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null);
    }
}
