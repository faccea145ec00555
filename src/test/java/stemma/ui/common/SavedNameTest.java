package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The name of a file to save.
class SavedNameTest {
    @TempDir
    Path folder;

    @Test
    void aNameWithoutAnEndingGetsTheSuggestedOne() {
        assertThat(saved("mine", "changes.patch")).isEqualTo("mine.patch");
        assertThat(saved("store", "embedded-2026-11-21.zip")).isEqualTo("store.zip");
    }

    @Test
    void whatHasAnEndingKeepsIt() {
        assertThat(saved("mine.txt", "changes.patch")).isEqualTo("mine.txt");
        assertThat(saved("mine", "changes")).isEqualTo("mine");
    }

    @Test
    void noFileIsWrittenOverUnasked() throws IOException {
        Files.createFile(folder.resolve("there"));
        assertThat(saved("there", "changes.patch")).isEqualTo("there");
        Files.createFile(folder.resolve("other.patch"));
        assertThat(saved("other", "changes.patch")).isEqualTo("other");
    }

    private String saved(String name, String suggested) {
        return FxDialogs.withEnding(folder.resolve(name), suggested).getFileName().toString();
    }
}
