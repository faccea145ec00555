package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
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

    @Test
    void whatFitsIsLeftAlone() {
        assertThat(kept(300, 100).getContent()).isNotInstanceOf(ScrollPane.class);
    }
}
