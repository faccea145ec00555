package stemma.registry;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import stemma.store.Store;

/// The stores that the window has open, for those who work beside the window. Safe for concurrent use; a store that is
/// told here may be closed at any moment, and then says so by itself.
public final class OpenStores {
    private final List<Store> all = new CopyOnWriteArrayList<>();
    private volatile @Nullable Store front;

    /// The window has opened a store, and shows it.
    public void opened(Store store) {
        all.add(store);
        toFront(store);
    }

    /// The window shows this one now.
    public void toFront(Store store) {
        front = store;
    }

    /// The window has closed a store, or is about to.
    public void left(Store store) {
        all.remove(store);
        if (store.equals(front)) {
            front = null;
        }
    }

    /// The one that the window shows.
    public Optional<Store> front() {
        return Optional.ofNullable(front);
    }

    /// In the order they were opened in.
    public List<Store> all() {
        return List.copyOf(all);
    }
}
