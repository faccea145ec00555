package stemma.cli;

import java.io.IOException;
import picocli.CommandLine.Option;

/// A command. A new one is a subclass with its options, and its name in [Menu].
abstract class Command {
    @Option(names = "--json", description = "Print JSON whose form is documented.")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    boolean json() {
        return json;
    }

    /// @return the exit code
    /// @throws Failure when it cannot be done
    /// @throws IOException when a file cannot be read or written, or nobody reads the output any more
    abstract int run(Session session) throws IOException;
}
