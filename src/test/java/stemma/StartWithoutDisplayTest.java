package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class StartWithoutDisplayTest {
    @Test
    void aStartWithoutADisplayEndsWithOneSentence(@TempDir Path home) throws Exception {
        Path said = home.resolve("said.txt");
        ProcessBuilder start = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Stemma.class.getName(),
                        "--home",
                        home.resolve("data").toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        start.environment().remove("DISPLAY");
        Process process = start.start();
        try {
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readString(said)).isEqualToIgnoringNewLines("Stemma needs a display, and DISPLAY is not set."
                + " Start it in a desktop session, or through ssh -X.");
        assertThat(home.resolve("data/logs/stemma.0.log")).isEmptyFile();
    }
}
