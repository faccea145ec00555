package stemma.settings;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The data folder: settings, drafts, logs and the embedded store.
public record Home(Path folder) {
    /// The environment variable that names another data folder.
    public static final String VARIABLE = "STEMMA_HOME";

    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /// The folder that was asked for, else the one the environment names, else the operating system's convention:
    /// `$XDG_DATA_HOME/stemma` or `~/.local/share/stemma` on Linux, `~/Library/Application Support/Stemma` on macOS,
    /// `%LOCALAPPDATA%\Stemma` on Windows.
    ///
    /// @param environment the process's environment variables
    /// @param system the value of `os.name`
    /// @param userHome the user's own folder
    public static Home locate(
            Optional<Path> asked, Map<String, String> environment, String system, Path userHome) {
        return new Home(asked.or(() -> variable(environment, VARIABLE)).orElseGet(() -> {
            if (system.startsWith("Windows")) {
                return variable(environment, "LOCALAPPDATA")
                        .orElse(userHome.resolve("AppData").resolve("Local"))
                        .resolve("Stemma");
            }
            if (system.startsWith("Mac")) {
                return userHome.resolve("Library").resolve("Application Support").resolve("Stemma");
            }
            return variable(environment, "XDG_DATA_HOME")
                    .orElse(userHome.resolve(".local").resolve("share"))
                    .resolve("stemma");
        }));
    }

    private static Optional<Path> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank()).map(Path::of);
    }

    public Path settingsFile() {
        return folder.resolve("settings.json");
    }

    public Path drafts() {
        return folder.resolve("drafts");
    }

    /// Search indexes, one folder a store; may be deleted at any time.
    public Path indexes() {
        return folder.resolve("index");
    }

    /// Where stores of something far away keep their local copies.
    public Path localCopies() {
        return folder.resolve("stores");
    }

    /// Jars with drivers of further kinds of stores.
    public Path drivers() {
        return folder.resolve("drivers");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    /// The embedded store, without H2's file name suffix.
    public Path embeddedStore() {
        return folder.resolve("prompts");
    }
}
