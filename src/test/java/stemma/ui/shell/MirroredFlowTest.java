package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.ui.Showcase;

/// The window for languages that are read from right to left.
class MirroredFlowTest {
    @TempDir
    Path folder;

    /// The window does not break where everything stands the other way round; texts that are compared stay as they are.
    @Test
    void theWindowCanBeMirrored() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            Showcase.run(() -> window.scene().setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT));
            window.open("support/greeting");
            window.picture("look-mirrored-window");
            Showcase.run(() -> window.view().compareChosen());
            Node rows = window.find(Node.class, "rows");
            window.picture("look-mirrored-compare");
            assertThat(rows.getEffectiveNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
            Node list = window.find(Node.class, "prompt-tree");
            assertThat(list.localToScene(list.getLayoutBounds()).getMinX())
                    .isGreaterThan(rows.localToScene(rows.getLayoutBounds()).getMinX());
        }
    }
}
