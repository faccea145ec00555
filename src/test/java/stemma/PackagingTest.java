package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /// JavaFX follows the fractions of no desktop by itself.
    @ParameterizedTest
    @CsvSource({
        "stemma, 'Xft.dpi:\t120', , -Dstemma.systemScale=125%",
        "stemma, 'Xft.dpi: 144.0', 1, -Dstemma.systemScale=150%",
        "stemma, 'Xft.dpi: 144', 2, ",
        "stemma, 'Xft.dpi: 96', , ",
        "stemma, 'Xft.dpi: much', , ",
        "stemma, 'Xft.antialias: 1', , ",
        "stemma-cli, 'Xft.dpi: 120', , ",
    })
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is for Linux")
    void theLauncherTellsTheScaleOfTheDesktop(String launcher, String resources, String gdkScale, String told)
            throws Exception {
        String template = Files.readString(Path.of("packaging/linux/launcher"));
        Path script = script("bin/" + launcher, template.replace("@OPTIONS@", "-Dfirst").replace("@CLASSPATH@", "jars"));
        script("lib/runtime/bin/java", "#!/bin/sh\necho \"$@\"\n");
        script("tools/xrdb", "#!/bin/sh\necho '" + resources + "'\n");
        ProcessBuilder start = new ProcessBuilder(script.toString(), "an argument");
        start.environment().put("PATH", folder.resolve("tools") + ":" + System.getenv("PATH"));
        start.environment().put("DISPLAY", ":9");
        start.environment().remove("GDK_SCALE");
        Optional.ofNullable(gdkScale).ifPresent(scale -> start.environment().put("GDK_SCALE", scale));
        String said = new String(start.redirectErrorStream(true).start().getInputStream().readAllBytes());
        assertThat(said)
                .isEqualTo("-Dfirst " + (told == null ? "" : told + " ") + "-cp jars stemma.Stemma an argument\n");
    }

    private Path script(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    private static String firstLine(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
