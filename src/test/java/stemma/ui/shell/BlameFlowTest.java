package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.ui.Showcase;
import stemma.ui.common.Messages;

/// From a version in the history to where each of its lines is from.
class BlameFlowTest {
    @TempDir
    Path folder;

    @Test
    void theHistoryLeadsToTheBlameOfAVersion() throws Exception {
        try (OpenWindow window = OpenWindow.on(SampleHome.at(folder.resolve("home")))) {
            window.open("support/greeting");
            window.choose("1.2.0");
            Showcase.run(() -> {
                ListView<?> versions = window.find(ListView.class, "versions");
                MenuItem item = versions.getContextMenu().getItems().stream()
                        .filter(found -> Messages.text("compare.blame.version").equals(found.getText()))
                        .findFirst()
                        .orElseThrow();
                assertThat(item.isDisable()).isFalse();
                item.fire();
            });
            window.await("the column tells versions", () -> !window.scene()
                    .getRoot()
                    .lookupAll(".blame-link:start")
                    .isEmpty());
            assertThat(window.find(ToggleButton.class, "blame").isSelected()).isTrue();
            window.pictures("compare-blame-window");
            Showcase.run(() -> window.stage().setWidth(900));
            window.keys("Shortcut+Equals", "Shortcut+Equals", "Shortcut+Equals", "Shortcut+Equals");
            Region rows = window.find(Region.class, "rows");
            window.await("the text has room beside it", () -> rows.getWidth() < 560
                    && rows.lookupAll(".blame-link").stream()
                            .allMatch(link -> link.getLayoutBounds().getWidth() < 0.31 * rows.getWidth()));
            window.picture("compare-blame-narrow");
        }
    }
}
