package stemma.store;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// The listeners of a store: what a store needs for [Store#watch]. Safe for concurrent use.
public final class Watchers {
    private final List<Consumer<StoreChange>> listeners = new CopyOnWriteArrayList<>();

    /// Adds a listener, until its subscription is closed.
    public Subscription add(Consumer<StoreChange> listener) {
        Consumer<StoreChange> own = listener::accept;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    /// Tells every listener, on this thread. A listener that fails is logged and does not keep the others from
    /// hearing, nor the writer from having written.
    public void tell(StoreChange change) {
        for (Consumer<StoreChange> listener : listeners) {
            try {
                listener.accept(change);
            } catch (RuntimeException e) {
                System.getLogger(Watchers.class.getName())
                        .log(System.Logger.Level.ERROR, "a listener of a store failed", e);
            }
        }
    }
}
