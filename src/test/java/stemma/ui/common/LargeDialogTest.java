package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import stemma.ui.Showcase;
import stemma.ui.common.Theme.Appearance;

/// The buttons of a dialog stay on the screen.
class LargeDialogTest {
    private static final double WIDTH = 800;
    private static final double HEIGHT = 500;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        new Showcase();
    }

    private static DialogPane kept(double contentWidth, double contentHeight) {
        return kept(() -> {
            Region content = new Region();
            content.setPrefSize(contentWidth, contentHeight);
            return content;
        });
    }

    private static DialogPane kept(Supplier<Region> shown) {
        return Showcase.call(() -> {
            Region content = shown.get();
            DialogPane pane = new DialogPane();
            pane.setContent(content);
            pane.getButtonTypes().add(ButtonType.CLOSE);
            Scene scene = new Scene(pane);
            FxDialogs.keepOnScreen(pane, WIDTH, HEIGHT);
            scene.getRoot().applyCss();
            return pane;
        });
    }

    @Test
    void whatIsHigherThanTheScreenScrolls() {
        DialogPane pane = kept(300, 3_000);
        assertThat(pane.getContent()).isInstanceOf(ScrollPane.class);
        assertThat(Showcase.call(() -> pane.prefHeight(-1))).isEqualTo(HEIGHT);
        assertThat(Showcase.call(() -> pane.lookupButton(ButtonType.CLOSE)))
                .isNotNull();
    }

    @Test
    void whatIsWiderThanTheScreenIsWrapped() {
        DialogPane pane = kept(3_000, 100);
        assertThat(Showcase.call(() -> pane.prefWidth(-1))).isEqualTo(WIDTH);
        assertThat(pane.getContent()).isNotInstanceOf(ScrollPane.class);
    }

    @Test
    void whatScrollsIsNoWiderThanTheScreenWithTheMarginAroundIt() {
        DialogPane pane = kept(WIDTH - 5, 3_000);
        assertThat(pane.getContent()).isInstanceOf(ScrollPane.class);
        assertThat(Showcase.call(() -> pane.prefWidth(-1))).isLessThanOrEqualTo(WIDTH);
    }

    @Test
    void aLongQuestionIsWrappedBeforeItIsAsWideAsTheScreen() {
        DialogPane pane = kept(() -> FxDialogs.wrapped("Shall it be done? ".repeat(10), 14));
        DialogPane small = kept(() -> FxDialogs.wrapped("Done?", 14));
        double line = Showcase.call(() -> small.prefHeight(-1));
        assertThat(Showcase.call(() -> pane.prefWidth(-1))).isBetween(400.0, 550.0);
        assertThat(Showcase.call(() -> pane.prefHeight(pane.prefWidth(-1)))).isGreaterThan(line + 10);
    }

    /// The toolkit centers a dialog on its window, which may be small and stand at the screen's edge.
    @Test
    void noDialogBeginsBeyondTheScreen() {
        Showcase.run(() -> {
            Stage owner = new Stage();
            owner.setScene(new Scene(new Region()));
            owner.setX(0);
            owner.setY(0);
            owner.setWidth(200);
            owner.setHeight(100);
            owner.show();
            Region content = new Region();
            content.setPrefSize(600, 400);
            Dialog<ButtonType> dialog =
                    new FxDialogs(() -> owner, new Theme().start()).dialog("large", content, ButtonType.CLOSE);
            dialog.show();
            assertThat(dialog.getX()).isZero();
            assertThat(dialog.getY()).isZero();
            dialog.setX(-30);
            assertThat(dialog.getX()).as("moved by its author").isEqualTo(-30);
            dialog.setX(0);
            dialog.close();
            owner.hide();
        });
    }

    /// The toolkit lays a dialog out before it has its width.
    @Test
    void aDividerIsWhereItWasPut() throws TimeoutException {
        Showcase showcase = new Showcase();
        showcase.show(Region::new, 200, 100, Appearance.LIGHT);
        SplitPane split = Showcase.call(() -> {
            Label longText = new Label("What is long is wrapped. ".repeat(20));
            longText.setWrapText(true);
            SplitPane both = new SplitPane(new ListView<String>(), new VBox(longText));
            both.setDividerPositions(0.3);
            VBox content = new VBox(both);
            content.setPrefSize(700, 300);
            return both;
        });
        Dialog<ButtonType> dialog = Showcase.call(() -> {
            Dialog<ButtonType> made = new FxDialogs(() -> showcase.robot.window(0), new Theme().start())
                    .dialog("divided", split.getParent(), ButtonType.CLOSE);
            made.show();
            return made;
        });
        try {
            WaitForAsyncUtils.waitFor(
                    10, TimeUnit.SECONDS, () -> Math.abs(split.getDividerPositions()[0] - 0.3) < 0.02);
        } finally {
            Showcase.run(dialog::close);
        }
    }

    private static final ButtonType COPY = new ButtonType("Copy what I have written", ButtonData.LEFT);
    private static final ButtonType MOVE = new ButtonType("Move it", ButtonData.OK_DONE);

    /// The buttons of a dialog that has a width, from left to right and downwards.
    private static List<Button> buttons(double width, String act) {
        return Showcase.call(() -> {
            Stage owner = new Stage();
            owner.setScene(new Scene(new Region()));
            Dialog<ButtonType> dialog = new FxDialogs(() -> owner, new Theme().start())
                    .dialog("buttons", new Region(), ButtonType.CANCEL, MOVE, COPY);
            DialogPane pane = dialog.getDialogPane();
            ((Button) pane.lookupButton(MOVE)).setText(act);
            pane.applyCss();
            pane.setPrefWidth(width);
            pane.resize(width, pane.prefHeight(width));
            pane.layout();
            return Stream.of(COPY, ButtonType.CANCEL, MOVE)
                    .map(type -> (Button) pane.lookupButton(type))
                    .toList();
        });
    }

    private static Bounds place(Button button) {
        Node pane = button.getScene().getRoot();
        return pane.sceneToLocal(button.localToScene(button.getLayoutBounds()));
    }

    private static String shown(Button button) {
        return button.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .map(text -> ((Text) text).getText())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void buttonsWithoutRoomBesideEachOtherStandInLinesOfTheirOwn() {
        List<Button> buttons = buttons(300, "Move production to 1.4.0");
        assertThat(buttons).allSatisfy(button -> {
            assertThat(shown(button)).isEqualTo(button.getText());
            assertThat(place(button).getMinX()).isNotNegative();
            assertThat(place(button).getMaxX()).isLessThanOrEqualTo(300);
            assertThat(place(button).getMaxY())
                    .isLessThanOrEqualTo(
                            button.getScene().getRoot().getLayoutBounds().getHeight());
        });
        assertThat(place(buttons.getLast()).getMinY())
                .isGreaterThanOrEqualTo(place(buttons.getFirst()).getMaxY());
    }

    @Test
    void aButtonThatIsWiderThanTheDialogWrapsItsText() {
        List<Button> buttons = buttons(300, "Move production from 1.3.0 to 1.4.0, which nobody has tried");
        Button wide = buttons.getLast();
        assertThat(shown(wide).replaceAll("\\s+", " ")).isEqualTo(wide.getText());
        assertThat(place(wide).getMaxX()).isLessThanOrEqualTo(300);
        assertThat(place(wide).getHeight()).isGreaterThan(place(buttons.getFirst()).getHeight() + 10);
    }

    @Test
    void buttonsWithRoomStandInOneLineAtBothEnds() {
        List<Button> buttons = buttons(700, "Move it");
        assertThat(buttons).extracting(button -> place(button).getMinY()).containsOnly(place(buttons.getFirst())
                .getMinY());
        assertThat(place(buttons.getFirst()).getMinX()).isEqualTo(14);
        assertThat(place(buttons.getLast()).getMaxX()).isEqualTo(700 - 14);
    }

    @Test
    void whatFitsIsLeftAlone() {
        assertThat(kept(300, 100).getContent()).isNotInstanceOf(ScrollPane.class);
    }
}
