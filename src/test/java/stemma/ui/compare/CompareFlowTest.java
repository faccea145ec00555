package stemma.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import stemma.prompt.Content;
import stemma.ui.common.DirectTasks;
import stemma.ui.common.Fxml;
import stemma.ui.common.Keyboard;
import stemma.ui.common.Theme;

/// The screen as a person uses it, with mouse and keys.
class CompareFlowTest {
    private final FxRobot robot = new FxRobot();
    private final CompareModel model = new CompareModel(new DirectTasks());
    private Scene scene = new Scene(new Pane());

    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    @BeforeEach
    void show() {
        Toolkit.run(() -> {
            Parent root = Fxml.load(new CompareController(model));
            scene = Toolkit.scene(new StackPane(root), Theme.Appearance.LIGHT, 900, 600);
            ((Stage) scene.getWindow()).show();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() {
        Toolkit.run(() -> scene.getWindow().hide());
    }

    private void compare(Content left, Content right) {
        Toolkit.run(() -> model.compare(Subject.of("left", left), Subject.of("right", right)));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T ask(Callable<T> question) {
        AtomicReference<T> answer = new AtomicReference<>();
        Toolkit.run(() -> {
            try {
                answer.set(question.call());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        return answer.get();
    }

    private MarkedText text(String words) {
        return ask(() -> scene.getRoot().lookupAll(".marked-text").stream()
                .map(MarkedText.class::cast)
                .filter(text -> text.isVisible() && text.piece().text().equals(words))
                .findFirst()
                .orElseThrow());
    }

    private Point2D middle(Node node, double fraction) {
        return ask(() -> {
            Bounds bounds = node.localToScreen(node.getBoundsInLocal());
            return new Point2D(bounds.getMinX() + bounds.getWidth() * fraction, bounds.getMinY() + 8);
        });
    }

    @Test
    void stepsWithF7AndJumpsFromMovedTextToItsOtherPlace() {
        compare(Samples.long1(), Samples.long2());
        Toolkit.run(() -> model.goTo(model.script().rows().size() - 1));
        Toolkit.run(() -> scene.lookup(".row-list").requestFocus());
        robot.push(KeyCode.SHIFT, KeyCode.F7);
        int cursor = ask(() -> model.cursorProperty().get());
        assertThat(cursor).isGreaterThan(0);
        Toolkit.run(() -> model.goTo(0));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(ask(() -> scene.getRoot().lookupAll(".move-link").stream()
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow()));

        Row row = ask(() -> model.script().rows().get(model.cursorProperty().get()));
        assertThat(row.glyph()).isEqualTo(Glyph.MOVED);
        assertThat(((LineRow) row).hasLeft()).isTrue();
    }

    /// The rows come into the window with the first layout only, which a quick compare does not wait for.
    @Test
    void theRowsHaveTheKeyboardAlsoWhenTheyAreComparedBeforeTheFirstLayout() {
        Toolkit.run(() -> {
            CompareModel quick = new CompareModel(new DirectTasks());
            Parent screen = Fxml.load(new CompareController(quick));
            ((Pane) scene.getRoot()).getChildren().setAll(screen);
            screen.requestFocus();
            quick.compare(Subject.of("left", Content.plain("old")), Subject.of("right", Content.plain("new")));
        });
        WaitForAsyncUtils.waitForFxEvents();

        assertThat(ask(() -> Keyboard.isIn(scene.lookup(".row-list")))).isTrue();
    }

    @Test
    void choosesAndCopiesTextOfOneSideAcrossRows() {
        compare(
                Content.plain("first old line\nsecond line\nthird line\n"),
                Content.plain("first new line\nsecond line\nthird line\n"));
        Point2D from = middle(text("first new line"), 0);
        Point2D to = middle(text("third line"), 0);
        Point2D right = new Point2D(from.getX(), to.getY());
        robot.moveTo(from).press(MouseButton.PRIMARY).moveTo(right).release(MouseButton.PRIMARY);
        robot.push(KeyCode.CONTROL, KeyCode.C);

        assertThat(ask(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("first new line\nsecond line\n");
    }

    @Test
    void findsAndGoesOnWithEnter() {
        compare(Samples.prose1(), Samples.prose2());
        robot.clickOn(text("# How to answer"));
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("colleague");
        assertThat(ask(() -> ((Label) scene.lookup("#found")).getText())).isEqualTo("1 line");
        robot.push(KeyCode.ENTER);
        assertThat(ask(() -> ((Label) scene.lookup("#found")).getText())).isEqualTo("1 of 1 line");

        Row found = ask(() -> model.script().rows().get(model.cursorProperty().get()));
        assertThat(((LineRow) found).rightText()).contains("colleague");
        robot.push(KeyCode.ESCAPE);
        assertThat(ask(() -> scene.lookup("#findBar").isVisible())).isFalse();
    }

    private int firstShown() {
        WaitForAsyncUtils.waitForFxEvents();
        return ask(() -> {
            scene.getRoot().layout();
            return ((VirtualFlow<?>) scene.lookup(".row-list #virtual-flow"))
                    .getFirstVisibleCell()
                    .getIndex();
        });
    }

    private static Content numbered(String word) {
        return Content.plain(IntStream.range(0, 400)
                .mapToObj(line -> (line % 3 == 0 ? word : "line") + " " + line + "\n")
                .collect(Collectors.joining()));
    }

    @Test
    void anotherSideIsComparedFromTheTopAndWhatIsReadAgainIsNot() {
        compare(numbered("old"), numbered("new"));
        assertThat(firstShown()).isZero();
        int last = ask(() -> model.script().rows().size() - 1);
        Toolkit.run(() -> model.goTo(last));
        int below = firstShown();
        assertThat(below).isPositive();
        Toolkit.run(model::refresh);
        assertThat(firstShown()).isEqualTo(below);
        Toolkit.run(() -> model.compare(model.pairProperty().get().orElseThrow().left(), Subject.of("other", numbered("other"))));
        assertThat(firstShown()).isZero();
    }

    @Test
    void unfoldsWithEnter() {
        compare(Samples.prose1(), Samples.prose2());
        int before = ask(() -> model.shown().items().size());
        Toolkit.run(() -> {
            RowsView rows = (RowsView) scene.lookup(".rows-view");
            rows.list().requestFocus();
            rows.list().getSelectionModel().clearAndSelect(before - 1);
        });
        robot.push(KeyCode.ENTER);

        assertThat(ask(() -> model.shown().items().size())).isEqualTo(before + 5);
    }
}
