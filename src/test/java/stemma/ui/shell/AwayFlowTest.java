package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.settings.Home;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.store.postgres.PostgresServer;

/// A server that dies while the window shows its store, and comes back.
@Timeout(180)
class AwayFlowTest {
    private static final PromptId GREETING = new PromptId("support/greeting");

    @TempDir
    Path folder;

    @Test
    void whatWasKnownIsReadMarkedAndKeptUntilTheServerIsBack() throws Exception {
        Home home = new Home(folder.resolve("home"));
        try (PostgresServer server = PostgresServer.start()) {
            StoreUri uri = impatient(server.freshWorkspace());
            try (Store store = Stores.discovered().open(uri)) {
                store.append(NewVersion.first(GREETING, VersionLabel.FIRST, Content.plain("Hello"), "ada", ""));
            }
            try (OpenWindow window = OpenWindow.start(home, Optional.of(uri.toString()))) {
                window.await("the store is open", () -> window.shell().view().isPresent());
                window.open("support/greeting");
                window.await("its versions are known", () -> window.view()
                                .currentTab()
                                .map(tab -> tab.history().versionsProperty().get().size())
                                .orElse(0)
                        == 1);
                window.settle();
                server.kill();
                window.typeIntoPrompt("Good day. ");
                window.keys("Shortcut+S");
                window.press("Save version 1.0.1");
                window.awaitText("cannot be reached");
                window.press("Keep editing");
                window.awaitText("The store has not answered since");
                window.awaitText("Good day. ");
                window.await("the prompts are still listed", () -> window.view()
                                .browserModel()
                                .shownProperty()
                                .get()
                                .total()
                        == 1);
                window.picture("store-away");
                assertThat(window.errors()).as("the mark says it").isEmpty();

                server.restart();
                window.await("the mark is gone", () -> window.store().awaySince().isEmpty());
                window.keys("Shortcut+S");
                window.press("Save version 1.0.1");
                window.awaitText("Saved support/greeting 1.0.1");
                assertThat(window.store().versions(GREETING)).hasSize(2);
                assertThat(window.errors()).isEmpty();
            }
        }
    }

    private static StoreUri impatient(StoreUri uri) {
        Map<String, String> options = new TreeMap<>(uri.options());
        options.put("connect-timeout", "1");
        return new StoreUri(uri.scheme(), uri.location(), options);
    }
}
