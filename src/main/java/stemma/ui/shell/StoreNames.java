package stemma.ui.shell;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import stemma.settings.Connection;
import stemma.settings.Connections;
import stemma.store.StoreUri;
import stemma.ui.common.Messages;
import stemma.ui.common.OfferedStores;

/// What the window calls stores.
///
/// @param embedded the store in the data folder
record StoreNames(Connections connections, StoreUri embedded) {
    /// By its connection, or else by its address.
    String of(StoreUri uri) {
        return connections
                .find(uri.toString())
                .map(Connection::name)
                .orElseGet(() -> uri.equals(embedded) ? Messages.text("shell.embedded") : uri.toString());
    }

    /// Every store that the window knows, one that is open first.
    OfferedStores all(StoreUri open) {
        SequencedMap<String, String> names = names();
        names.putFirst(open.toString(), of(open));
        return new OfferedStores(names);
    }

    /// Every store that the window knows but one.
    OfferedStores allBut(StoreUri open) {
        SequencedMap<String, String> names = names();
        names.remove(open.toString());
        return new OfferedStores(names);
    }

    private SequencedMap<String, String> names() {
        SequencedMap<String, String> names = new LinkedHashMap<>();
        names.put(embedded.toString(), of(embedded));
        connections.addresses().forEach(address -> names.put(
                address, connections.find(address).map(Connection::name).orElse(address)));
        return names;
    }
}
