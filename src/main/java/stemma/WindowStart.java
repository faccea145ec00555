package stemma;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import stemma.cli.CommandSecrets;
import stemma.cli.Host;
import stemma.instance.Call;
import stemma.instance.SingleInstance;
import stemma.keychain.SystemKeychain;
import stemma.registry.OpenStores;
import stemma.settings.Home;
import stemma.settings.Settings;
import stemma.store.Secrets;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.ui.shell.Display;
import stemma.ui.shell.Shell;
import stemma.ui.shell.StartOptions;
import stemma.ui.shell.ToolkitStart;
import stemma.update.UpdateCheck;

/// Opens the window, or calls the one that is open.
final class WindowStart {
    /// The window is opening; the process goes on.
    static final int OPEN = -1;

    private static final int DONE = 0;
    private static final int FAILED = 1;

    /// For a window that is opening, or closing, on a busy machine.
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// For all stores together that are being closed while the system waits.
    private static final Duration CLOSING = Duration.ofSeconds(2);

    private WindowStart() {}

    /// @param call what was asked for
    /// @return [#OPEN], or the exit code
    static int open(Home home, Stores stores, Call call) {
        try {
            SingleInstance.Start start = SingleInstance.start(home.folder(), resolved(stores, call), PATIENCE);
            // A switch over kinds would cost a start some milliseconds.
            if (start instanceof SingleInstance.Start.First first) {
                return openWindow(home, stores, call, first.instance());
            }
            if (start instanceof SingleInstance.Start.Told) {
                System.out.println("Stemma is running already; its window comes to the front.");
                return DONE;
            }
            return fail("Stemma is running already with the data folder " + home.folder()
                    + ", but does not answer. End it, or choose another folder with --home.");
        } catch (IOException e) {
            return fail("Stemma cannot create or write its data folder " + home.folder() + " ("
                    + e.getClass().getSimpleName() + "). Choose another one with --home.");
        } catch (RuntimeException | LinkageError e) {
            return fail(Display.problem().orElse("The window cannot be opened: " + e.getMessage()));
        }
    }

    /// For commands of other processes, which have no terminal here.
    private static Secrets secrets(Home home) {
        return new CommandSecrets(home, SystemKeychain::new, _ -> Optional.empty());
    }

    private static int openWindow(Home home, Stores stores, Call call, SingleInstance instance) throws IOException {
        Settings settings = Settings.load(home.settingsFile());
        ToolkitStart toolkit = ToolkitStart.begin(settings);
        try {
            AppLog.writeTo(home.logs());
            OpenStores open = new OpenStores();
            Shell.open(
                    new StartOptions(
                            home,
                            settings,
                            stores,
                            call,
                            instance,
                            new Host(home, stores.withSecrets(secrets(home)), open),
                            open,
                            Stemma.version(),
                            UpdateCheck.configured(
                                    Stemma.ofBuild("updateAddress", ""),
                                    Optional.ofNullable(System.getProperty(UpdateCheck.PROPERTY)),
                                    Stemma.version())),
                    toolkit);
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("stemma-end").unstarted(() -> close(open)));
            return OPEN;
        } finally {
            toolkit.settle();
        }
    }

    /// Closes in order what the window has not when the system ends the process, as at the end of a desktop session. Nothing is
    /// lost without it, but the next start would search a file of H2 through.
    static void close(OpenStores open) {
        ExecutorService closing =
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());
        open.all().forEach(store -> closing.execute(store::close));
        closing.shutdown();
        try {
            closing.awaitTermination(CLOSING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What the other process reads must not depend on the folder that it was started in.
    private static Call resolved(Stores stores, Call call) {
        return new Call(call.store().map(address -> resolved(stores, address)), call.files());
    }

    private static String resolved(Stores stores, String address) {
        try {
            return stores.resolve(StoreUri.parse(address)).toString();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static int fail(String problem) {
        System.err.println(problem);
        return FAILED;
    }
}
