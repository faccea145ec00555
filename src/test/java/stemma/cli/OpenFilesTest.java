package stemma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.instance.Call;

/// Files on the command line without a command.
class OpenFilesTest {
    @TempDir
    Path folder;

    private Shell shell;
    private Path file;

    @BeforeEach
    void prepare() throws Exception {
        shell = Shell.in(folder);
        file = Files.writeString(folder.resolve("a b.prompty"), "text");
    }

    @Test
    void filesAreOpenedInTheWindowFromWhereverTheyAreNamed() {
        shell.type("a b.prompty", "./../" + folder.getFileName() + "/a b.prompty").done();
        shell.type("--store", "memory:", file.toString()).done();
        shell.type().done();
        assertThat(shell.windows)
                .containsExactly(
                        new Call(Optional.empty(), List.of(file, file)),
                        new Call(Optional.of("memory:"), List.of(file)),
                        Call.WINDOW);
    }

    @Test
    void aPromptFileIsSavedAsWhatItHolds() throws Exception {
        Files.writeString(folder.resolve("w.prompty"), """
                ---
                name: Weather
                model: {id: m, connection: {apiKey: written-out}}
                ---
                user:
                How is it in {{ city }}?
                """);
        Shell files = Shell.in(folder, "--store", "file:prompts");
        Shell.Said said = files.type("save", "weather", "w.prompty");
        assertThat(said.code()).isZero();
        assertThat(said.err()).contains("w.prompty: \"model.connection.apiKey\" was left out");
        assertThat(files.type("get", "weather", "--json").done())
                .contains("\"title\": \"Weather\"", "How is it in {{ city }}?")
                .doesNotContain("written-out");
        Files.writeString(folder.resolve("w.prompty"), "---\nname: [a]\n---\n");
        assertThat(files.type("save", "weather", "w.prompty").failed(ExitCode.FAILED)).contains("w.prompty", "\"name\"");
        files.type("save", "weather", "w.prompty", "--format", "text", "--author", "ada");
        assertThat(files.type("get", "weather", "--raw").done()).contains("name: [a]");
    }

    @Test
    void aMistypedCommandIsNoFile() {
        assertThat(shell.type("lst").failed(ExitCode.USAGE)).contains("neither a command nor a file \"lst\"");
        assertThat(shell.type("bad\0name").failed(ExitCode.USAGE)).contains("neither a command nor a file");
        assertThat(shell.windows).isEmpty();
    }

    @Test
    void aFileBesideACommandIsRefused() {
        assertThat(shell.type("a b.prompty", "list").failed(ExitCode.USAGE)).contains("stands before a command");
        assertThat(shell.windows).isEmpty();
    }

    @Test
    void aCommandThatIsAlsoAFileIsTheCommand() throws Exception {
        Files.writeString(folder.resolve("stats"), "text");
        shell.type("--store", "memory:", "stats").done();
        assertThat(shell.windows).isEmpty();
        shell.type("./stats").done();
        assertThat(shell.windows).containsExactly(new Call(Optional.empty(), List.of(folder.resolve("stats"))));
    }
}
