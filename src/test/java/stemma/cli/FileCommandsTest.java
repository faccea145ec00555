package stemma.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileCommandsTest extends CommandsContract {
    @Override
    Shell shell() {
        return Shell.in(folder, "--store", "file:prompts");
    }

    @Test
    void promptsAreCopiedAndTheDriftIsGone() {
        Shell shell = shell();
        String other = "file:copied";
        shell.pipe("one", "save", "support/copied", "-", "-m", "Start").done();
        assertThat(shell.type("drift", "--to", other, "--json").out()).contains("only-here");
        assertThat(shell.type("drift", "--to", other).code()).isEqualTo(ExitCode.DIFFERENCES);
        String planned = shell.type("copy", "--to", other, "--dry-run").done();
        assertThat(planned).contains("added  support/copied 1.0.0").contains("to add");
        assertThat(shell.type("drift", "--to", other).code()).isEqualTo(ExitCode.DIFFERENCES);
        shell.type("copy", "--to", other).done();
        assertThat(shell.type("drift", "--to", other).done()).contains("0 different");
        assertThat(shell.type("copy", "--to", other, "--json").json().compact()).contains("\"added\": 0");
        shell.type("copy", "no/such", "--to", other).failed(ExitCode.NOT_FOUND);
        shell.type("copy", "--to", "nonsense").failed(ExitCode.USAGE);
    }
}
