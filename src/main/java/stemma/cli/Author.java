package stemma.cli;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// The option that says who does it.
final class Author {
    @CommandLine.Option(
            names = "--author",
            paramLabel = "NAME",
            description = "Who does it. Default: the name set in the window, else the system's user name.")
    private @Nullable String author;

    /// Who does it.
    ///
    /// @throws IOException when the settings cannot be read
    String in(Session session) throws IOException {
        return session.author(Optional.ofNullable(author));
    }
}
