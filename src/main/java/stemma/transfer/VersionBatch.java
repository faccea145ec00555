package stemma.transfer;

import java.util.ArrayList;
import java.util.List;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreException;

/// New versions on their way into a store, written so many at a time: enough to be fast, few enough to fit into memory
/// and to be cancelled soon. Not safe for concurrent use.
public final class VersionBatch {
    private static final int MOST_VERSIONS = 500;
    private static final long MOST_CHARACTERS = 4_000_000;

    private final Store store;
    private final List<NewVersion> versions = new ArrayList<>();
    private long characters;

    public VersionBatch(Store store) {
        this.store = store;
    }

    /// Adds a version. Whoever adds asks [#isFull] next.
    public void add(NewVersion version) {
        versions.add(version);
        characters += version.content().messages().stream()
                .mapToLong(message -> message.text().length())
                .sum();
    }

    /// Whether it is time to write.
    public boolean isFull() {
        return versions.size() >= MOST_VERSIONS || characters >= MOST_CHARACTERS;
    }

    /// Appends everything that was added, in that order, and begins anew.
    ///
    /// @return false when one of them was refused; then some are written and some are not, and each has to be looked
    ///     at alone
    /// @throws StoreException when the store itself fails, so that no other version would fare better
    public boolean write() {
        try {
            if (!versions.isEmpty()) {
                store.appendAll(versions);
            }
            return true;
        } catch (StoreException e) {
            throwIfAboutTheStore(e);
            return false;
        } finally {
            clear();
        }
    }

    /// Begins anew without writing.
    public void clear() {
        versions.clear();
        characters = 0;
    }

    /// Throws on what another version or prompt would meet too.
    public static void throwIfAboutTheStore(StoreException e) {
        switch (e) {
            case StoreException.Closed _, StoreException.Unreachable _, StoreException.Denied _ -> throw e;
            default -> {}
        }
    }
}
