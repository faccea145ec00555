package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;
import stemma.ui.Showcase;
import stemma.ui.common.Theme.Appearance;

class UncachedScrollPaneTest {
    @Test
    void keepsNoPictureOfWhatItShows() throws Exception {
        assertThat(isCached(() -> new UncachedScrollPane(new Label("text")))).isFalse();
    }

    @Test
    void javaFxKeepsOne() throws Exception {
        assertThat(isCached(() -> new ScrollPane(new Label("text")))).isTrue();
    }

    private static boolean isCached(Callable<Parent> pane) throws Exception {
        Scene scene = new Showcase().show(pane, 200, 200, Appearance.LIGHT);
        return Showcase.call(() -> Optional.ofNullable(scene.getRoot().lookup(".viewport")).orElseThrow().isCache());
    }
}
