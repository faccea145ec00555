package stemma.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFilesTest {
    @TempDir
    Path folder;

    @Test
    void aFileIsCreatedAndReplaced() throws IOException {
        Path file = folder.resolve("a.txt");
        DurableFiles.write(file, "one");
        DurableFiles.write(file, "twö");
        assertThat(file).hasContent("twö");
        assertThat(names()).containsExactly("a.txt");
    }

    @Test
    void aFailedWriteLeavesNoTemporaryFileAndTheOldContent() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken/inside"));
        assertThatThrownBy(() -> DurableFiles.write(taken.getParent(), "text")).isInstanceOf(IOException.class);
        assertThat(names()).containsExactly("taken");
        assertThat(taken).isDirectory();
    }

    @Test
    void whatFailsWithoutANameIsToldWithTheFilesName() {
        Path file = folder.resolve("a.txt");
        assertThatThrownBy(() -> DurableFiles.writeNew(file, _ -> {
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(file + ": No space left on device");
        assertThat(file).doesNotExist();
    }

    @Test
    void whatFailsOnTheWayIsToldWithTheNameOfTheFileThatIsMeant() {
        Path file = folder.resolve("a.txt");
        assertThatThrownBy(() -> DurableFiles.writeNew(file, unfinished -> {
                    throw new AccessDeniedException(unfinished.toString());
                }))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage(file.toString());
        assertThatThrownBy(() -> DurableFiles.writeNew(file, unfinished -> {
                    throw new FileSystemException(unfinished.toString(), null, "Read-only file system");
                }))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(file + ": Read-only file system");
    }

    @Test
    void foldersAreCreatedWithTheirParents() throws IOException {
        DurableFiles.createFolders(folder.resolve("a/b/c"));
        DurableFiles.createFolders(folder.resolve("a/b/c"));
        assertThat(folder.resolve("a/b/c")).isDirectory();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
