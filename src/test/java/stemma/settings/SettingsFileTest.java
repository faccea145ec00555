package stemma.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Stage;

class SettingsFileTest {
    private static final Setting<Double> ZOOM = Setting.number("zoom", 1);
    private static final Setting<String> FUTURE = Setting.text("ofTheFuture", "");
    private static final Setting<Double> X = Setting.number("window.x", 0);

    @TempDir
    Path folder;

    private Settings here;
    private Settings there;

    @BeforeEach
    void load() throws IOException {
        here = Settings.load(folder.resolve("here.json"));
        there = Settings.load(folder.resolve("there.json"));
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("given.json"), text);
    }

    private void refuses(Path file, String... parts) {
        assertThatThrownBy(() -> SettingsFile.read(there, file, List.of(ZOOM)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContainingAll(parts);
        assertThat(there.members()).isEmpty();
    }

    @Test
    void settingsTravelWithWhatThisVersionDoesNotKnow() throws IOException {
        here.set(ZOOM, 1.5);
        here.set(FUTURE, "kept");
        new Connections(here).setAll(List.of(Connection.create("Team", "postgres://ada@db:5432/prompts")));
        new StageSettings(here).setProtected(Stage.PRODUCTION, true);
        there.set(Settings.AUTHOR, "Bo");
        Path file = folder.resolve("out.json");
        SettingsFile.write(here, file);
        SettingsFile.read(there, file, List.of(ZOOM));
        assertThat(there.get(ZOOM)).isEqualTo(1.5);
        assertThat(there.get(FUTURE)).isEqualTo("kept");
        assertThat(there.author()).isEqualTo("Bo");
        assertThat(new Connections(there).all()).isEqualTo(new Connections(here).all());
        assertThat(new StageSettings(there).isProtected(Stage.PRODUCTION)).isTrue();
    }

    @Test
    void whatBelongsToOneMachineStays() throws IOException {
        here.set(X, 12.0);
        here.set(Settings.STORE, "h2:/home/ada/prompts");
        here.set(Setting.texts("tabs h2:/home/ada/prompts"), List.of("a"));
        here.set(Setting.text("lookedAt h2:/home/ada/prompts", ""), "a");
        Path file = folder.resolve("out.json");
        SettingsFile.write(here, file);
        assertThat(Files.readString(file)).contains("stemma-settings-1").doesNotContain("window", "home");
        SettingsFile.read(there, write("{\"format\": \"stemma-settings-1\", \"window.x\": 7}"), List.of());
        assertThat(there.get(X)).isZero();
    }

    @Test
    void aBrokenFileIsRefusedWithItsPlaceAndChangesNothing() throws IOException {
        refuses(write("{\"format\": \"stemma-settings-1\",\n \"zoom\": }"), "line 2");
        refuses(write("[1]"), "object");
    }

    @Test
    void aValueThatMakesNoSenseIsRefusedByName() throws IOException {
        refuses(write("{\"format\": \"stemma-settings-1\", \"author\": \"x\", \"zoom\": \"big\"}"), "zoom", "big");
        refuses(write("{\"format\": \"stemma-settings-1\", \"connections\": 3}"), "connections");
    }

    @Test
    void anotherJsonFileIsRefused() throws IOException {
        refuses(write("{\"name\": \"left-pad\", \"zoom\": 2}"), "format");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        refuses(Files.write(folder.resolve("given.json"), new byte[] {'{', (byte) 0xff, '}'}), "UTF-8");
    }
}
