package stemma;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;

/// What may stand on the command line.
@CommandLine.Command(
        name = "stemma",
        description = "Browse, edit, compare, promote and tag the versions of your prompts.",
        mixinStandardHelpOptions = true,
        versionProvider = Options.VersionFile.class)
final class Options {
    @CommandLine.Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Settings, drafts and the embedded store are here. Default: $STEMMA_HOME, or the operating"
                    + " system's folder for application data.")
    private Path home;

    @CommandLine.Option(
            names = "--store",
            paramLabel = "URI",
            description = "The store to open, such as file:DIR or h2:FILE. Default: the one that was open last.")
    private String store;

    Optional<Path> home() {
        return Optional.ofNullable(home);
    }

    Optional<String> store() {
        return Optional.ofNullable(store);
    }

    /// Tells the version that the build wrote into the program.
    static final class VersionFile implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Stemma " + Stemma.version()};
        }
    }
}
