package stemma.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HomeTest {
    private static final Path USER = Path.of("/users/ada");
    private static final Optional<Path> NOT_ASKED = Optional.empty();

    private static Path folder(Map<String, String> environment, String system) {
        return Home.locate(NOT_ASKED, environment, system, USER).folder();
    }

    @Test
    void theFolderThatIsAskedForComesFirst() {
        Path asked = Path.of("/somewhere/else");
        Home home = Home.locate(Optional.of(asked), Map.of("STEMMA_HOME", "/environment"), "Linux", USER);
        assertThat(home.folder()).isEqualTo(asked.toAbsolutePath());
    }

    @Test
    void theEnvironmentComesBeforeTheSystemsConvention() {
        assertThat(folder(Map.of("STEMMA_HOME", "/environment", "XDG_DATA_HOME", "/data"), "Linux"))
                .isEqualTo(Path.of("/environment").toAbsolutePath());
    }

    @Test
    void aBlankVariableNamesNothing() {
        assertThat(folder(Map.of("STEMMA_HOME", " ", "XDG_DATA_HOME", ""), "Linux"))
                .isEqualTo(USER.resolve(".local/share/stemma").toAbsolutePath());
    }

    @Test
    void everySystemHasItsConvention() {
        assertThat(folder(Map.of("XDG_DATA_HOME", "/data"), "Linux"))
                .isEqualTo(Path.of("/data/stemma").toAbsolutePath());
        assertThat(folder(Map.of(), "Mac OS X"))
                .isEqualTo(USER.resolve("Library/Application Support/Stemma").toAbsolutePath());
        assertThat(folder(Map.of("LOCALAPPDATA", "/local"), "Windows 11"))
                .isEqualTo(Path.of("/local/Stemma").toAbsolutePath());
        assertThat(folder(Map.of(), "Windows 11")).isEqualTo(USER.resolve("AppData/Local/Stemma").toAbsolutePath());
    }

    @Test
    void aRelativeFolderIsTheSameWhereverTheProgramGoes() {
        assertThat(new Home(Path.of("here/../there")).folder()).isEqualTo(Path.of("there").toAbsolutePath());
    }
}
