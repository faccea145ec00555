package stemma.cli;

import java.io.IOException;
import picocli.CommandLine;
import stemma.store.Act;

/// The options for the record of an act: who and why.
final class Reason {
    @CommandLine.Option(
            names = {"-m", "--message"},
            paramLabel = "WHY",
            description = "The reason, for the history.")
    private String why = "";

    @CommandLine.Mixin
    private final Author author = new Author();

    /// What is recorded.
    ///
    /// @throws IOException when the settings cannot be read
    Act act(Session session) throws IOException {
        return Act.by(author.in(session), why);
    }
}
