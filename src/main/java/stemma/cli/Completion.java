package stemma.cli;

import java.io.IOException;
import java.util.Locale;
import picocli.AutoComplete;
import picocli.CommandLine;

/// Prints a script for shells; the same one serves both.
@CommandLine.Command(name = "completion", description = "Print a script that completes commands and options in bash or zsh.")
final class Completion extends Command {
    /// Shells that are known.
    enum Shell {
        BASH,
        ZSH
    }

    @CommandLine.Parameters(index = "0", paramLabel = "SHELL", description = "bash or zsh.")
    private Shell shell;

    @Override
    int run(Session session) throws IOException {
        String script = AutoComplete.bash("stemma", Menu.whole(new Program()));
        if (json()) {
            session.out()
                    .json(Forms.object(
                            "shell", Forms.text(shell.name().toLowerCase(Locale.ROOT)), "script", Forms.text(script)));
        } else {
            session.out().exactly(script);
        }
        return ExitCode.DONE;
    }
}
