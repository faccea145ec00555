package stemma;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import stemma.cli.Cli;
import stemma.cli.CommandSecrets;
import stemma.cli.StandardInput;
import stemma.keychain.SystemKeychain;
import stemma.settings.Home;
import stemma.store.Opening;
import stemma.store.Secrets;
import stemma.store.Stores;

/// The program's entrance: a command is run, and without one the window opens. Names no class of the window, so that a
/// command loads none of the toolkit.
public final class Stemma {
    private Stemma() {}

    /// The exit code is 0 when all is well, 1 when it went wrong, 2 for a command line that makes no sense; a command
    /// may have others, see `docs/command-line.md`. With the window the process goes on after this method.
    public static void main(String[] arguments) {
        int code = run(List.of(arguments));
        if (code != WindowStart.OPEN) {
            System.exit(code);
        }
    }

    /// As [#main], without ending the process.
    ///
    /// @return the exit code, or [WindowStart#OPEN]
    static int run(List<String> arguments) {
        // A command's log would stand between its messages. The window sets its own up before it logs anything.
        System.setProperty("java.util.logging.config.class", SilentLog.class.getName());
        Cli cli = new Cli(
                Stemma::locate,
                home -> stores(home)
                        .withSecrets(new CommandSecrets(home, SystemKeychain::new, CommandSecrets::askOnTerminal)),
                Path.of("").toAbsolutePath(),
                Stemma::version);
        return cli.run(
                arguments,
                new BufferedInputStream(new StandardInput()),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                (home, call) -> WindowStart.open(home, stores(home), call));
    }

    private static Home locate(Optional<Path> asked) {
        return Home.locate(
                asked,
                System.getenv(),
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")));
    }

    private static Stores stores(Home home) {
        return Stores.discovered(
                new Opening(Clock.systemUTC(), Secrets.inEnvironment(System.getenv()), home.localCopies()),
                home.drivers());
    }

    static String version() {
        return ofBuild("version", "?");
    }

    /// What the build wrote down about itself.
    static String ofBuild(String name, String otherwise) {
        Properties properties = new Properties();
        try (InputStream file = Stemma.class.getResourceAsStream("version.properties")) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what the build wrote down cannot be read", e);
        }
        return properties.getProperty(name, otherwise);
    }

    /// Configures the log to write nothing.
    public static final class SilentLog {}
}
