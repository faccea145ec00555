package stemma.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import stemma.settings.Home;
import stemma.settings.Settings;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.transfer.Progress;

/// What a command works with.
///
/// @param names the data folder, the kinds of stores, and what the stores are called
/// @param address of the store that was asked for; empty for the default one
/// @param in standard input
/// @param opener gives the store
/// @param isCancelled whether nobody waits for the command any more
record Session(
        StoreNames names,
        Optional<StoreUri> address,
        InputStream in,
        Output out,
        Opener opener,
        BooleanSupplier isCancelled) {

    /// What is done with a store.
    @FunctionalInterface
    interface Work {
        int run(Store store) throws IOException;
    }

    /// Opens a store, or has it open.
    @FunctionalInterface
    interface Opener {
        /// @param making what is done when the store is not there
        int with(Session session, Making making, Work work) throws IOException;
    }

    Session withInput(InputStream other) {
        return new Session(names, address, other, out, opener, isCancelled);
    }

    int withStore(Making making, Work work) throws IOException {
        return opener.with(this, making, work);
    }

    Home home() {
        return names.home();
    }

    Stores stores() {
        return names.stores();
    }

    /// Where relative paths begin; absolute.
    Path folder() {
        return names.folder();
    }

    Settings settings() throws IOException {
        return Settings.load(home().settingsFile());
    }

    /// The address of the store in the data folder.
    StoreUri embedded() {
        return StoreUri.of("h2", home().embeddedStore().toString());
    }

    /// The store that is meant when none is named: the one that the window had open last, else the embedded one.
    ///
    /// @throws Failure when what is remembered is no address, or cannot be read
    StoreUri usual() throws IOException {
        Settings settings = settings();
        if (settings.setAside().isPresent()) {
            throw Failure.failed("The settings could not be read and are in " + settings.setAside().get()
                    + " now. Which store was open last is not known any more; name one with --store, or the embedded one"
                    + " is used from now on.");
        }
        String remembered = settings.get(Settings.STORE);
        return remembered.isEmpty() ? embedded() : names.find(remembered);
    }

    /// Who does it.
    String author(Optional<String> asked) throws IOException {
        return asked.isPresent() ? asked.get() : settings().author();
    }

    Path path(String name) {
        return folder().resolve(name);
    }

    /// A file to read.
    ///
    /// @throws FileSystemException when it is a folder, which opens like a file and cannot be read
    Path file(String name) throws FileSystemException {
        Path file = path(name);
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString(), null, "it is a folder");
        }
        return file;
    }

    Progress progress() {
        return new Progress() {
            @Override
            public void report(double fraction, long count) {}

            @Override
            public boolean isCancelled() {
                return isCancelled.getAsBoolean();
            }
        };
    }
}
