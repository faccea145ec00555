package stemma;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine;
import stemma.settings.Home;
import stemma.settings.Settings;
import stemma.store.Opening;
import stemma.store.Secrets;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.ui.shell.Display;
import stemma.ui.shell.Shell;
import stemma.ui.shell.SingleInstance;
import stemma.ui.shell.StartOptions;

/// The program's entrance: reads the command line and opens the window.
public final class Stemma {
    private static final int DONE = 0;
    private static final int FAILED = 1;

    private Stemma() {}

    /// The exit code is 0 when all is well, 1 when the window cannot be opened and 2 for a command line that makes no
    /// sense.
    public static void main(String[] arguments) {
        Options options = new Options();
        CommandLine commandLine = new CommandLine(options);
        try {
            CommandLine.ParseResult parsed = commandLine.parseArgs(arguments);
            if (CommandLine.printHelpIfRequested(parsed)) {
                System.exit(DONE);
            }
        } catch (CommandLine.ParameterException e) {
            System.err.println(e.getMessage());
            System.err.println("Try --help.");
            System.exit(CommandLine.ExitCode.USAGE);
        }
        openWindow(options);
    }

    private static void openWindow(Options options) {
        Home home = Home.locate(
                options.home(),
                System.getenv(),
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")));
        try {
            Optional<SingleInstance> instance = SingleInstance.claim(home.folder());
            if (instance.isEmpty()) {
                System.exit(callRunningWindow(home, options));
            }
            Optional<String> problem = Display.problem();
            if (problem.isPresent()) {
                fail(problem.get());
            }
            AppLog.writeTo(home.logs());
            Settings settings = Settings.load(home.settingsFile());
            Shell.open(
                    new StartOptions(home, settings, stores(home), options.store(), instance.get(), version()));
        } catch (IOException e) {
            fail("Stemma cannot create or write its data folder " + home.folder() + " ("
                    + e.getClass().getSimpleName() + "). Choose another one with --home.");
        } catch (RuntimeException e) {
            fail("The window cannot be opened: " + e.getMessage());
        }
    }

    private static Stores stores(Home home) {
        return Stores.discovered(
                new Opening(Clock.systemUTC(), Secrets.inEnvironment(System.getenv()), home.localCopies()),
                home.drivers());
    }

    private static int callRunningWindow(Home home, Options options) {
        if (SingleInstance.tell(home.folder(), options.store().map(address -> resolved(stores(home), address)).orElse(""))) {
            System.out.println("Stemma is running already; its window comes to the front.");
            return DONE;
        }
        System.err.println("Stemma is running already with the data folder " + home.folder()
                + ", but does not answer. End it, or choose another folder with --home.");
        return FAILED;
    }

    /// What the other process reads must not depend on the folder that it was started in.
    private static String resolved(Stores stores, String address) {
        try {
            return stores.resolve(StoreUri.parse(address)).toString();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static void fail(String problem) {
        System.err.println(problem);
        System.exit(FAILED);
    }

    static String version() {
        Properties properties = new Properties();
        try (InputStream file = Stemma.class.getResourceAsStream("version.properties")) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the program's own version cannot be read", e);
        }
        return properties.getProperty("version", "?");
    }
}
