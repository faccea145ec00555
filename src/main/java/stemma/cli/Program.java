package stemma.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What may stand in front of a command.
@Command(
        name = "stemma",
        synopsisSubcommandLabel = "[COMMAND]",
        description = {
            "Browse, edit, compare, promote and tag the versions of your prompts.",
            "Without a command the window opens."
        })
final class Program {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Settings, drafts and the embedded store are here. Default: $STEMMA_HOME, or the operating"
                    + " system's folder for application data.")
    private @Nullable Path home;

    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = "The store to open: an address such as file:DIR or h2:FILE, or the name of a store that the"
                    + " window remembers. Default: the one that the window had open last, else the embedded one.")
    private @Nullable String store;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help; after a command, that command's.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the program's version.")
    private boolean version;

    Optional<Path> home() {
        return Optional.ofNullable(home);
    }

    Optional<String> store() {
        return Optional.ofNullable(store);
    }
}
