package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stemma.ui.Showcase;
import stemma.ui.common.Theme.Appearance;

class LostKeyboardTest {
    private Showcase showcase;
    private Scene scene;
    private Button test;
    private Button other;

    @BeforeEach
    void show() throws TimeoutException {
        showcase = new Showcase();
        scene = showcase.show(
                () -> {
                    test = new Button("Test");
                    other = new Button("Other");
                    return new HBox(test, new Button("Close"), other);
                },
                300,
                100,
                Appearance.LIGHT);
        Showcase.run(() -> LostKeyboard.giveBack(scene));
        Showcase.run(test::requestFocus);
        disable(true);
        assertThat(Showcase.call(scene::getFocusOwner)).isNotSameAs(test);
    }

    private void disable(boolean isDisabled) {
        Showcase.run(() -> test.setDisable(isDisabled));
        showcase.settle();
    }

    @Test
    void whatWasDisabledForAWhileHasItBack() {
        disable(false);
        assertThat(Showcase.call(scene::getFocusOwner)).isSameAs(test);
    }

    @Test
    void whoWentElsewhereIsLeftThere() {
        Showcase.run(other::requestFocus);
        disable(false);
        assertThat(Showcase.call(scene::getFocusOwner)).isSameAs(other);
    }
}
