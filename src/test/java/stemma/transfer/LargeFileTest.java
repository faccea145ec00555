package stemma.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LargeFileTest {
    @TempDir
    Path folder;

    private static void write(Path file) throws IOException {
        LargeFile.write(file, out -> {
            out.write("text".getBytes(StandardCharsets.UTF_8));
            return true;
        });
    }

    @Test
    void aFileThatIsNotKeptLeavesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "old");
        LargeFile.write(file, out -> {
            out.write(7);
            return false;
        });
        assertThat(file).hasContent("old");
        write(file);
        assertThat(file).hasContent("text");
        assertThatThrownBy(() -> LargeFile.write(file, _ -> {
                    throw new IOException("No space left on device");
                }))
                .hasMessage(file + ": No space left on device");
        assertThat(file).hasContent("text");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    /// Begins to write a file, says so, and waits for its end.
    public static final class Slow {
        private Slow() {}

        public static void main(String[] arguments) throws IOException {
            LargeFile.write(Path.of(arguments[0]), out -> {
                out.write(new byte[1 << 20]);
                System.out.println("writing");
                return System.in.read() >= 0;
            });
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process can only be killed there")
    void whoStopsItFindsNothingLeftOver() throws Exception {
        Process writing = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Slow.class.getName(),
                        folder.resolve("a").toString())
                .start();
        try {
            assertThat(writing.inputReader().readLine()).isEqualTo("writing");
            assertThat(folder).isNotEmptyDirectory();
            writing.toHandle().destroy();
            writing.waitFor();
            assertThat(folder).isEmptyDirectory();
        } finally {
            writing.destroyForcibly();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "making links there needs a right")
    void aLinkStaysOne() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path file = Files.writeString(elsewhere.resolve("a"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        write(link);
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("text");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are none with a place in a folder")
    void aPipeIsWrittenTo() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        write(pipe);
        assertThat(Files.isRegularFile(pipe)).as("the pipe is still there").isFalse();
        assertThat(read.join()).isEqualTo("text");
    }
}
