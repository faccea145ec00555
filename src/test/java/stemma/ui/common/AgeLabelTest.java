package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import stemma.TestClock;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.ui.Showcase;

class AgeLabelTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void agesInAListKeepUp() {
        PromptId id = new PromptId("a");
        try (Store store = Stores.discovered().open(StoreUri.of("memory", "ages"))) {
            store.append(NewVersion.first(id, VersionLabel.FIRST, Content.plain("a"), "ada", ""));
            List<VersionInfo> versions = store.versions(id);
            TestClock clock = TestClock.at(versions.getFirst().createdAt().plus(Duration.ofMinutes(4)));
            ListView<VersionInfo> list = Showcase.call(() -> {
                ListView<VersionInfo> made = new ListView<>();
                made.setCellFactory(_ -> new VersionCell(new Times(clock)));
                made.getItems().setAll(versions);
                new Scene(made, 300, 200);
                made.applyCss();
                made.layout();
                return made;
            });
            assertThat(ages(list)).containsExactly("4 min");
            clock.pass(Duration.ofMinutes(1));
            Showcase.run(() -> AgeLabel.keepUpIn(list));
            assertThat(ages(list)).containsExactly("5 min");
        }
    }

    private static List<String> ages(ListView<?> list) {
        return Showcase.call(() -> list.lookupAll(".age").stream()
                .map(node -> ((AgeLabel) node).getText())
                .toList());
    }
}
