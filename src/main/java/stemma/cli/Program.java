package stemma.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What may stand in front of a command.
@Command(
        name = "stemma",
        synopsisSubcommandLabel = "[COMMAND]",
        description = {
            "Browse, edit, compare, promote and tag the versions of your prompts.",
            "Without a command the window opens, with the files that are named."
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

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Without a command: files to open in the window, such as greeting.prompty.")
    private List<String> files = new ArrayList<>();

    /// The files to open.
    ///
    /// @param folder where relative paths begin
    /// @throws Failure when one is not there; it may be a mistyped command
    List<Path> files(Path folder) {
        List<Path> found = new ArrayList<>();
        for (String file : files) {
            Optional<Path> path = path(folder, file);
            if (path.isEmpty() || !Files.exists(path.get())) {
                throw Failure.usage(
                        "There is neither a command nor a file \"" + file + "\".\nTry \"stemma --help\".");
            }
            found.add(path.get());
        }
        return found;
    }

    private static Optional<Path> path(Path folder, String file) {
        try {
            return Optional.of(folder.resolve(file).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /// @throws Failure when there are files beside a command
    void refuseFiles() {
        if (!files.isEmpty()) {
            throw Failure.usage("\"" + files.getFirst() + "\" stands before a command; files are opened without one.\n"
                    + "Try \"stemma --help\".");
        }
    }

    Optional<Path> home() {
        return Optional.ofNullable(home);
    }

    Optional<String> store() {
        return Optional.ofNullable(store);
    }
}
