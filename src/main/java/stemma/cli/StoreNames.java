package stemma.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import stemma.settings.Connection;
import stemma.settings.Connections;
import stemma.settings.Home;
import stemma.settings.Settings;
import stemma.store.StoreUri;
import stemma.store.Stores;

/// What people type for a store: its address, or the name under which the window remembers it.
///
/// @param home read when something is no address
/// @param folder where relative paths begin; absolute
record StoreNames(Home home, Stores stores, Path folder) {
    /// An address that means the same wherever the program is started.
    ///
    /// @throws Failure when the text is neither an address nor the name of one store
    StoreUri find(String text) throws IOException {
        try {
            return stores.resolve(StoreUri.parse(address(text)), folder);
        } catch (IllegalArgumentException e) {
            throw Failure.usage(e.getMessage() + ". No remembered store is called so either.");
        }
    }

    /// An address as it stands, else the address of the store with that name, else the text as it stands.
    ///
    /// @throws Failure when several stores have this name
    String address(String text) throws IOException {
        try {
            StoreUri.parse(text);
            return text;
        } catch (IllegalArgumentException e) {
            return named(text).orElse(text);
        }
    }

    /// @throws Failure when several stores have this name
    private Optional<String> named(String name) throws IOException {
        List<String> addresses = new Connections(Settings.load(home.settingsFile()))
                .all().stream()
                        .filter(connection -> connection.name().equals(name))
                        .map(Connection::address)
                        .toList();
        if (addresses.size() > 1) {
            throw Failure.usage("Several stores are called \"" + name + "\": " + String.join(", ", addresses)
                    + ". Say which one by its address.");
        }
        return addresses.stream().findFirst();
    }
}
