package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import stemma.settings.Connection;
import stemma.settings.Connection.Colour;
import stemma.settings.Connections;
import stemma.settings.Settings;
import stemma.store.StoreUri;
import stemma.ui.Showcase;

class StoreMenuTest {
    private static final StoreUri EMBEDDED = StoreUri.of("h2", "embedded");
    private static final StoreUri OPEN = StoreUri.of("file", "/open");

    @TempDir
    Path folder;

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
    }

    private final List<String> asked = new ArrayList<>();

    private final StoreMenu.Actions actions = new StoreMenu.Actions() {
        @Override
        public void openStore(String address) {
            asked.add(address);
        }

        @Override
        public void closeStore() {
            asked.add("close");
        }

        @Override
        public void openFolder() {}

        @Override
        public void openDatabase() {}

        @Override
        public void manageStores() {}
    };

    @Test
    void theOpenOnesComeFirstThenThePinnedThenTheLatest() throws Exception {
        try (Settings settings = Settings.load(folder.resolve("settings.json"))) {
            Connections connections = new Connections(settings);
            connections.setAll(List.of(
                    new Connection("1", "Team", "file:/team", Colour.GREEN, true, Map.of()),
                    new Connection("2", "Seldom", "file:/seldom", Colour.NONE, false, Map.of())));
            connections.opened("file:/older");
            connections.opened("file:/latest");
            connections.opened("file:/team");
            StoreMenu menu = new StoreMenu(
                    new StoreNames(connections, EMBEDDED), () -> List.of(EMBEDDED, OPEN), () -> Optional.of(OPEN));

            List<MenuItem> items = Showcase.call(() -> menu.items(actions));

            assertThat(items.stream().map(item -> item instanceof SeparatorMenuItem ? "-" : item.getText()))
                    .startsWith("Embedded store", "file:/open", "-", "Team", "-", "file:/latest", "file:/older", "-")
                    .doesNotContain("Seldom");
            assertThat(items.stream().filter(item -> item instanceof CheckMenuItem checked && checked.isSelected()))
                    .as("the one in front")
                    .containsExactly(items.get(1));
            assertThat(items.get(3).getGraphic()).as("its colour").isNotNull();
            items.get(3).fire();
            items.getLast().fire();
            assertThat(asked).containsExactly("file:/team", "close");
        }
    }

    @Test
    void aFieldForAnAddressOffersStoresByTheirNames() throws Exception {
        try (Settings settings = Settings.load(folder.resolve("settings.json"))) {
            Connections connections = new Connections(settings);
            connections.setAll(List.of(new Connection("1", "Team", "file:/team", Colour.GREEN, true, Map.of())));
            connections.opened("file:/latest");
            StoreNames names = new StoreNames(connections, EMBEDDED);

            assertThat(List.copyOf(names.all(OPEN).names().entrySet()))
                    .containsExactly(
                            Map.entry(OPEN.toString(), "file:/open"),
                            Map.entry(EMBEDDED.toString(), "Embedded store"),
                            Map.entry("file:/team", "Team"),
                            Map.entry("file:/latest", "file:/latest"));
            assertThat(names.allBut(EMBEDDED).names().keySet()).containsExactly("file:/team", "file:/latest");
        }
    }
}
