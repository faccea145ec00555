package stemma.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// A restore that cannot unpack its backup.
class FileRestoreTest {
    private final Clock clock = Clock.systemUTC();

    @TempDir
    Path folder;

    private Path file = Path.of("unused");
    private Path backup = Path.of("unused");

    @BeforeEach
    void fill() throws IOException {
        file = Files.writeString(folder.resolve("prompts"), "what is there");
        backup = Files.writeString(folder.resolve("backup"), "what was there");
    }

    /// @param failure what happens when half of the backup is unpacked
    private FileRestore failing(IOException failure) {
        return new FileRestore(StoreUri.of("h2", file.toString()), new FileRestore.Kind() {
            @Override
            public Path file() {
                return file;
            }

            @Override
            public Path beside(String said) {
                return folder.resolve("prompts." + said);
            }

            @Override
            public List<String> companions() {
                return List.of();
            }

            @Override
            public void unpack(Path from, Path target) throws IOException {
                Files.writeString(target, "what");
                throw failure;
            }

            @Override
            public Store open(Path restored, Clock opening) {
                throw new AssertionError("it is not whole");
            }

            @Override
            public void release() {
                throw new AssertionError("nothing shall take its place");
            }
        });
    }

    private void assertNothingChanged() throws IOException {
        assertThat(file).hasContent("what is there");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, backup);
        }
    }

    @Test
    void aFullDiskIsNamedWithTheWayOut() throws IOException {
        FileRestore restore = failing(new IOException("No space left on device"));
        String said = "no room left for " + folder.resolve("prompts.restoring") + "; make room on its disk";
        assertThatThrownBy(() -> restore.look(backup, clock))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining(said);
        assertThatThrownBy(() -> restore.run(backup, clock))
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining(said);
        assertNothingChanged();
    }

    @Test
    void aBackupThatEndsTooSoonIsDamaged() throws IOException {
        FileRestore restore = failing(new EOFException("Unexpected end of ZLIB input stream"));
        assertThatThrownBy(() -> restore.run(backup, clock))
                .isInstanceOf(StoreException.Corrupt.class)
                .hasMessageContaining("the backup is damaged");
        assertNothingChanged();
    }
}
