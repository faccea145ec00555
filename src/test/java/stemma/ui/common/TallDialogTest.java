package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import stemma.ui.Showcase;

/// The buttons of a dialog stay on the screen.
class TallDialogTest {
    private static final double SCREEN = 500;

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        new Showcase();
    }

    private static DialogPane kept(double contentHeight) {
        return Showcase.call(() -> {
            Region content = new Region();
            content.setPrefSize(300, contentHeight);
            DialogPane pane = new DialogPane();
            pane.setContent(content);
            pane.getButtonTypes().add(ButtonType.CLOSE);
            Scene scene = new Scene(pane);
            FxDialogs.keepOnScreen(pane, SCREEN);
            scene.getRoot().applyCss();
            return pane;
        });
    }

    @Test
    void whatIsHigherThanTheScreenScrolls() {
        DialogPane pane = kept(3_000);
        assertThat(pane.getContent()).isInstanceOf(ScrollPane.class);
        assertThat(Showcase.call(() -> pane.prefHeight(-1))).isEqualTo(SCREEN);
        assertThat(Showcase.call(() -> pane.lookupButton(ButtonType.CLOSE)))
                .isNotNull();
    }

    @Test
    void whatFitsIsLeftAlone() {
        assertThat(kept(100).getContent()).isNotInstanceOf(ScrollPane.class);
    }
}
