package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.javafx.FontIcon;
import stemma.ui.Showcase;
import stemma.ui.common.Keyboard;
import stemma.ui.common.Notices;
import stemma.ui.common.Theme.Appearance;

class NoticesPaneTest {
    private static final int HEIGHT = 500;
    private static final int COLLECTIONS = 20;

    private final Notices notices = new Notices();
    private Showcase showcase;
    private Scene scene;
    private NoticesPane pane;

    @BeforeEach
    void show() throws TimeoutException {
        showcase = new Showcase();
        scene = showcase.show(
                () -> {
                    pane = new NoticesPane(notices);
                    StackPane.setAlignment(pane, Pos.BOTTOM_RIGHT);
                    StackPane root = new StackPane(new BorderPane(null, new TextField(), null, null, null), pane);
                    root.getStylesheets().add(Shell.class.getResource("shell.css").toExternalForm());
                    return root;
                },
                800,
                HEIGHT,
                Appearance.LIGHT);
    }

    private List<Node> cards() {
        return Showcase.call(() -> List.copyOf(scene.getRoot().lookupAll(".notice")));
    }

    private static Bounds place(Node node) {
        return Showcase.call(() -> node.localToScene(node.getLayoutBounds()));
    }

    @Test
    void aPileHigherThanTheWindowShowsTheNewestAndScrollsToTheOthers() {
        Showcase.run(() -> {
            for (int i = 0; i < 30; i++) {
                notices.error("Not saved " + i, "the disk is full");
            }
        });
        showcase.settle();

        assertThat(place(pane).getMinY()).isNotNegative();
        assertThat(place(cards().getLast()).getMaxY()).isLessThan(HEIGHT);
        assertThat(place(cards().getFirst()).getMaxY()).isNegative();
        showcase.robot.moveTo(cards().getLast());
        showcase.robot.scroll(100, VerticalDirection.UP);
        showcase.settle();
        assertThat(place(cards().getFirst()).getMinY()).isNotNegative();
    }

    /// A tick would say that something was done.
    @Test
    void aRemarkHasNoTick() {
        Showcase.run(() -> {
            notices.done("Saved");
            notices.remark("Choose a prompt first.");
        });
        showcase.settle();

        assertThat(cards()).extracting(NoticesPaneTest::icon).containsExactly("bx-check", "bx-info-circle");
        assertThat(cards().getLast().getStyleClass()).doesNotContain("done", "error");
    }

    private static String icon(Node card) {
        return Showcase.call(() -> ((FontIcon) card.lookup(".ikonli-font-icon")).getIconLiteral());
    }

    @Test
    void theSameErrorAgainCountsOnItsCard() {
        Showcase.run(() -> {
            for (int i = 0; i < 30; i++) {
                notices.error("Unexpected", "null");
            }
        });
        showcase.settle();

        Node card = cards().getFirst();
        assertThat(cards()).hasSize(1);
        assertThat(Showcase.call(card::getAccessibleText)).isEqualTo("Unexpected 30 times null");
        assertThat(Showcase.call(() -> card.lookupAll(".label").stream()
                        .filter(Node::isVisible)
                        .map(label -> ((Label) label).getText())
                        .toList()))
                .contains("30 times");
    }

    @Test
    void aClickOnANoticeLeavesTheKeyboardWhereItIs() {
        Node field = Showcase.call(() -> scene.getRoot().lookup(".text-field"));
        Showcase.run(() -> {
            field.requestFocus();
            notices.error("Not saved", "the disk is full");
        });
        showcase.settle();
        showcase.robot.clickOn(cards().getFirst().lookup(".notice-text"));
        assertThat(Showcase.call(scene::getFocusOwner)).isSameAs(field);
    }

    @Test
    void theKeyboardGoesBackToWhereItWas() {
        Node field = Showcase.call(() -> scene.getRoot().lookup(".text-field"));
        Showcase.run(() -> {
            field.requestFocus();
            notices.error("Not saved", "the disk is full");
            pane.takeKeyboard();
            notices.dismiss(notices.current().getFirst());
        });
        assertThat(Showcase.call(scene::getFocusOwner)).isSameAs(field);
    }

    @Test
    void whatHadTheKeyboardAndIsNoLongerShownIsLetGo() {
        WeakReference<Node> gone = Showcase.call(() -> {
            BorderPane place = (BorderPane) scene.getRoot().lookup(".text-field").getParent();
            Node field = new TextField();
            place.setBottom(field);
            field.requestFocus();
            notices.error("Not saved", "the disk is full");
            pane.takeKeyboard();
            place.setBottom(null);
            return new WeakReference<>(field);
        });
        assertThat(Showcase.call(() -> Keyboard.isIn(pane))).isTrue();
        for (int i = 0; i < COLLECTIONS && gone.get() != null; i++) {
            showcase.settle();
            System.gc();
        }
        assertThat(gone.get()).isNull();
    }
}
