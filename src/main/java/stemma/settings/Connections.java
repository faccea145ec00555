package stemma.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import stemma.prompt.Json;

/// The stores that are remembered: those with a name, in the order the author gave them, and those opened lately. Safe
/// for concurrent use.
public final class Connections {
    /// How many stores opened lately are remembered.
    static final int MOST_RECENT = 8;

    static final Setting<List<Connection>> NAMED = new Setting<>(
            "connections",
            List.of(),
            connections -> new Json.Array(
                    connections.stream().map(Connection::toJson).toList()),
            json -> json instanceof Json.Array(List<Json> items)
                    ? Optional.of(items.stream()
                            .map(Connection::fromJson)
                            .flatMap(Optional::stream)
                            .toList())
                    : Optional.empty());
    private static final Setting<List<String>> RECENT = Setting.texts("recentStores");

    private final Settings settings;

    public Connections(Settings settings) {
        this.settings = settings;
    }

    /// Those with a name, in the author's order.
    public List<Connection> all() {
        return settings.get(NAMED);
    }

    /// Sets what [#all] tells.
    public void setAll(List<Connection> connections) {
        settings.set(NAMED, List.copyOf(connections));
    }

    /// The connection with this address.
    public Optional<Connection> find(String address) {
        return all().stream().filter(known -> known.address().equals(address)).findFirst();
    }

    /// Addresses of stores opened lately, the last one first; those with a name are not among them.
    public List<String> recent() {
        return settings.get(RECENT).stream()
                .filter(address -> find(address).isEmpty())
                .toList();
    }

    /// Every remembered address: of those with a name in their order, then of those opened lately.
    public List<String> addresses() {
        List<String> addresses = new ArrayList<>();
        all().forEach(connection -> addresses.add(connection.address()));
        addresses.addAll(recent());
        return addresses;
    }

    /// Remembers that a store was opened.
    public synchronized void opened(String address) {
        List<String> recent = new ArrayList<>(settings.get(RECENT));
        recent.remove(address);
        recent.addFirst(address);
        settings.set(RECENT, recent.subList(0, Math.min(MOST_RECENT, recent.size())));
    }

    /// Forgets a store that was opened lately.
    public synchronized void forget(String address) {
        settings.set(
                RECENT,
                settings.get(RECENT).stream().filter(known -> !known.equals(address)).toList());
    }
}
