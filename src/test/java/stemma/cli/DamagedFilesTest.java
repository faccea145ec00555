package stemma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands on a loom directory in which version files are damaged.
class DamagedFilesTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void saveTwoVersions() throws IOException {
        Files.createDirectory(folder.resolve("prompts"));
        shell = Shell.in(folder, "--store", "loom:prompts");
        shell.pipe("one", "save", "p", "-", "--version", "1.0.0").done();
        shell.pipe("two", "save", "p", "-", "--version", "2.0.0").done();
    }

    private void damage(String version) throws IOException {
        Files.writeString(folder.resolve("prompts/p_" + version + ".json"), "x");
    }

    @Test
    void aDamagedVersionIsNamedByEveryCommandThatNeedsIt() throws IOException {
        damage("2.0.0");
        assertThat(shell.type("get", "p", "2.0.0").failed(ExitCode.FAILED)).contains("p_2.0.0.json");
        assertThat(shell.type("get", "p").failed(ExitCode.FAILED)).contains("p_2.0.0.json", "newest");
        Shell.Said versions = shell.type("versions", "p", "--json");
        assertThat(versions.failed(ExitCode.FAILED)).contains("p_2.0.0.json");
        assertThat(versions.out()).contains("1.0.0");
        assertThat(shell.type("export").failed(ExitCode.FAILED)).contains("p_2.0.0.json");
        Shell.Said copied = shell.type("copy", "--to", "file:copied");
        assertThat(copied.code()).isEqualTo(ExitCode.FAILED);
        assertThat(copied.out()).contains("failed  p 2.0.0", "p_2.0.0.json").contains("added  p 1.0.0");
    }

    @Test
    void aPromptOfWhichNothingCanBeReadIsNotMissing() throws IOException {
        damage("1.0.0");
        damage("2.0.0");
        for (String command : new String[] {"get", "versions", "export"}) {
            assertThat(shell.type(command, "p").failed(ExitCode.FAILED)).contains("p_1.0.0.json");
        }
        assertThat(shell.type("copy", "p", "--to", "file:copied").failed(ExitCode.FAILED)).contains("p_1.0.0.json");
        Shell.Said list = shell.type("list");
        assertThat(list.code()).isZero();
        assertThat(list.err()).contains("p_1.0.0.json", "p_2.0.0.json");
        shell.type("get", "other").failed(ExitCode.NOT_FOUND);
    }

    @Test
    void aDamagedFileWithoutAPromptHasNoneInJsonEither() throws IOException {
        Files.writeString(folder.resolve("prompts/stray_1.0.0.json"), "x");
        Shell.Said copied = shell.type("copy", "--to", "file:copied", "--json");
        assertThat(copied.code()).isEqualTo(ExitCode.FAILED);
        assertThat(copied.out()).contains("\"prompt\": null", "stray_1.0.0.json");
    }
}
