package stemma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A store that is not there is made by commands that write into it, and by no other.
class MissingStoresTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = Shell.in(folder);
    }

    private Shell.Said type(String... words) {
        return shell.type(words);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("home"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2:typo", "sqlite:typo", "git:typo", "file:typo", "loom:typo", "go-prompty:typo"})
    void readingMakesNoStore(String store) throws IOException {
        for (String command : List.of("list", "check", "stats", "export")) {
            String message = type("--store", store, command).failed(ExitCode.FAILED);
            assertThat(message).contains(folder.resolve("typo").toString(), "spelling");
        }
        type("--store", store, "get", "p").failed(ExitCode.FAILED);
        type("--store", store, "delete", "p", "--yes").failed(ExitCode.FAILED);
        type("drift", "--to", store).failed(ExitCode.FAILED);
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2:new", "sqlite:new", "git:new", "file:new", "loom:new", "go-prompty:new"})
    void aDryRunMakesNoStore(String store) throws IOException {
        shell.pipe("Hello.", "save", "hello", "-").done();
        assertThat(type("copy", "--to", store, "--dry-run").done()).contains("1 version to add");
        Files.writeString(folder.resolve("lines"), "{\"prompt\": \"p\", \"version\": \"1.0.0\", \"content\": \"x\"}\n");
        Shell.Said imported = type("--store", store, "import", "lines", "--dry-run");
        if (store.startsWith("go-prompty")) {
            imported.failed(ExitCode.FAILED); // it counts by itself
        } else {
            assertThat(imported.done()).contains("1 to add");
        }
        assertThat(files()).containsExactly("lines");
        assertThat(type("copy", "--to", store).code()).isZero();
        assertThat(type("--store", store, "list").done()).contains("hello");
    }

    @Test
    void anEmptyFolderIsNoRepository() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        type("--store", "git:empty", "list").failed(ExitCode.FAILED);
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void theEmbeddedStoreIsMade() {
        type("list").done();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2:", "sqlite:", "git:", "file:", "loom:", "go-prompty:"})
    void anAddressNeedsAPlace(String store) throws IOException {
        type("--store", store, "list").failed(ExitCode.FAILED);
        shell.pipe("Hello.", "--store", store, "save", "hello", "-").failed(ExitCode.FAILED);
        assertThat(files()).isEmpty();
    }
}
