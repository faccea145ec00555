package stemma.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final Setting<String> NAME = Setting.text("name", "nobody");
    private static final Setting<Boolean> SHOWN = Setting.flag("shown", true);
    private static final Setting<Double> ZOOM = Setting.number("zoom", 1.0);
    private static final Setting<List<String>> TABS = Setting.texts("tabs");
    private static final Setting<Fruit> FRUIT = Setting.choice("fruit", Fruit.APPLE);

    @TempDir
    Path folder;

    private enum Fruit {
        APPLE,
        PEAR {}
    }

    private Path file() {
        return folder.resolve("deep").resolve("settings.json");
    }

    private <T> T afterRestart(Setting<T> setting) throws IOException {
        try (Settings settings = Settings.load(file())) {
            return settings.get(setting);
        }
    }

    @Test
    void withoutAFileDefaultsHoldAndNothingIsWritten() throws IOException {
        assertThat(afterRestart(NAME)).isEqualTo("nobody");
        assertThat(afterRestart(FRUIT)).isEqualTo(Fruit.APPLE);
        assertThat(file()).doesNotExist();
    }

    @Test
    void whatIsSetIsThereAfterARestart() throws IOException {
        try (Settings settings = Settings.load(file())) {
            settings.set(NAME, "Ada \"the first\"\n");
            settings.set(SHOWN, false);
            settings.set(ZOOM, 1.331);
            settings.set(TABS, List.of("b", "a"));
            settings.set(FRUIT, Fruit.PEAR);
        }
        assertThat(afterRestart(NAME)).isEqualTo("Ada \"the first\"\n");
        assertThat(afterRestart(SHOWN)).isFalse();
        assertThat(afterRestart(ZOOM)).isEqualTo(1.331);
        assertThat(afterRestart(TABS)).containsExactly("b", "a");
        assertThat(afterRestart(FRUIT)).isEqualTo(Fruit.PEAR);
    }

    @Test
    void aValueThatMakesNoSenseIsItsDefault() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), """
                {"name": 3, "shown": "yes", "zoom": 1e999, "tabs": "a", "fruit": "PLUM"}""");
        assertThat(afterRestart(NAME)).isEqualTo("nobody");
        assertThat(afterRestart(SHOWN)).isTrue();
        assertThat(afterRestart(ZOOM)).isEqualTo(1.0);
        assertThat(afterRestart(TABS)).isEmpty();
        assertThat(afterRestart(FRUIT)).isEqualTo(Fruit.APPLE);
    }

    @Test
    void whatANewerProgramWroteIsKept() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), """
                {"fromTheFuture": {"a": [1, 2]}, "name": "Ada"}""");
        try (Settings settings = Settings.load(file())) {
            settings.set(NAME, "Bob");
        }
        assertThat(file()).content().contains("fromTheFuture").contains("Bob");
    }

    @Test
    void aFileThatIsNoJsonIsSetAsideAndNotLost() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "{\"name\": \"Ada\"");
        try (Settings settings = Settings.load(file())) {
            assertThat(settings.get(NAME)).isEqualTo("nobody");
            settings.set(NAME, "Bob");
        }
        assertThat(folder.resolve("deep").resolve("settings.json.broken")).hasContent("{\"name\": \"Ada\"");
        assertThat(afterRestart(NAME)).isEqualTo("Bob");
    }
}
