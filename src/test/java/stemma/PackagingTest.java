package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What builds and tries the installers, as far as it can be looked at without building one; the workflow does that.
class PackagingTest {
    @TempDir
    Path folder;

    @Test
    void theProgramsThatBuildItCompile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        for (String programs : List.of("packaging", "icons")) {
            try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                    Stream<Path> found = Files.list(Path.of(programs))) {
                List<Path> sources = found.filter(file -> file.toString().endsWith(".java")).toList();
                assertThat(sources).isNotEmpty();
                assertThat(compiler.getTask(
                                        null,
                                        files,
                                        null,
                                        List.of("-d", folder.resolve(programs).toString(), "-Xlint:all", "-Werror"),
                                        null,
                                        files.getJavaFileObjectsFromPaths(sources))
                                .call())
                        .isTrue();
            }
        }
    }

    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("packaging"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> firstLine(file).matches("#!.*(bash|/sh).*"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "they are for Unix")
    void theScriptsCanBeRead(Path script) throws Exception {
        String shell = firstLine(script).contains("bash") ? "bash" : "sh";
        Process process = new ProcessBuilder(shell, "-n", script.toString()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).isEmpty();
    }

    private static String firstLine(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
