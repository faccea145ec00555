package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// The system ends the program, as at the end of a desktop session.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "ends programs without telling them")
class TerminatedWindowTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// H2 notes it in the file's head when all of it was written in order; it searches the whole file otherwise.
    private static final String CLOSED_IN_ORDER = "clean:1";

    @Test
    void theStoreIsClosedInOrder(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("prompts.mv.db");
        Path settings = folder.resolve("data/settings.json");
        Process window = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Stemma.class.getName(),
                        "--home",
                        folder.resolve("data").toString(),
                        "--store",
                        "h2:" + folder.resolve("prompts"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        try {
            WaitForAsyncUtils.waitFor(
                    PATIENCE.toSeconds(),
                    TimeUnit.SECONDS,
                    () -> Files.exists(settings) && Files.readString(settings).contains("h2:"));
            assertThat(head(store)).doesNotContain(CLOSED_IN_ORDER);
            window.destroy();
            assertThat(window.waitFor(PATIENCE)).isTrue();
        } finally {
            window.destroyForcibly();
        }
        assertThat(head(store)).contains(CLOSED_IN_ORDER);
    }

    private static String head(Path store) throws IOException {
        try (var file = Files.newInputStream(store)) {
            return new String(file.readNBytes(4096), StandardCharsets.ISO_8859_1);
        }
    }
}
