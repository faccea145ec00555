package stemma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class FileCommandsTest extends CommandsContract {
    @Override
    Shell shell() {
        try {
            Files.createDirectories(folder.resolve("prompts"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Shell.in(folder, "--store", "file:prompts");
    }

    @Test
    void promptsAreCopiedAndTheDriftIsGone() {
        Shell shell = shell();
        String other = "file:copied";
        shell.pipe("one", "save", "support/copied", "-", "-m", "Start").done();
        assertThat(shell.type("drift", "--to", other).failed(ExitCode.FAILED)).contains("copied");
        String planned = shell.type("copy", "--to", other, "--dry-run").done();
        assertThat(planned).contains("added  support/copied 1.0.0").contains("to add");
        assertThat(folder.resolve("copied")).doesNotExist();
        shell.type("copy", "--to", other).done();
        shell.pipe("more", "save", "support/more", "-", "-m", "Start").done();
        assertThat(shell.type("drift", "--to", other, "--json").out()).contains("only-here");
        assertThat(shell.type("drift", "--to", other).code()).isEqualTo(ExitCode.DIFFERENCES);
        shell.type("copy", "--to", other).done();
        assertThat(shell.type("drift", "--to", other).done()).contains("0 different");
        assertThat(shell.type("copy", "--to", other, "--json").json().compact()).contains("\"added\": 0");
        shell.type("copy", "no/such", "--to", other).failed(ExitCode.NOT_FOUND);
        shell.type("copy", "--to", "nonsense").failed(ExitCode.USAGE);
    }
}
