package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.settings.Home;
import stemma.ui.Showcase;

/// The window where there is little room, and where there is plenty.
class NarrowWindowFlowTest {
    @TempDir
    Path folder;

    @Test
    void whereThereIsNoRoomTheSideIsATabAndNothingIsLost() throws Exception {
        Home home = SampleHome.at(folder.resolve("home"));
        SampleHome.set(home, settings -> settings.set(Remembered.WIDTH, 700.0));
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            TabPane pages = window.find(TabPane.class, pane -> pane.getTabs().stream()
                    .anyMatch(tab -> "History and details".equals(tab.getText())));
            window.pictures("narrow");
            Showcase.run(() -> pages.getSelectionModel().select(1));
            window.awaitText("Stage history");
            window.picture("narrow-side");
            Showcase.run(() -> pages.getSelectionModel().select(0));
            Showcase.run(() -> window.view().tabs().front().orElseThrow().focusText());
            window.keys(KeyCode.F6);
            window.awaitText("Stage history");
            assertThat(window.versions().isFocused()).isTrue();
            window.keys("Shortcut+B");
            window.picture("narrow-without-list");
            window.keys("Shortcut+D");
            window.await("a compare", () -> window.tabTexts().size() == 2);
            window.settle();
            window.pictures("narrow-compare");
        }
    }

    @Test
    void whereThereIsRoomEverythingIsBesideEachOther() throws Exception {
        Home home = SampleHome.at(folder.resolve("home"));
        SampleHome.set(home, settings -> settings.set(Remembered.BROWSER_WIDTH, 320.0));
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("support/greeting");
            Showcase.run(() -> {
                window.stage().setWidth(1440);
                window.stage().setHeight(900);
            });
            window.await("the window is wide", () -> window.scene().getWidth() > 1400);
            window.awaitText("Stage history");
            window.pictures("wide");
            window.choose("1.2.0");
            window.keys("Shortcut+D");
            window.await("a compare", () -> window.tabTexts().size() == 2);
            window.await("changes are shown", () -> window.texts().contains("unchanged line"));
            window.pictures("wide-compare");
        }
    }
}
