package stemma.store;

import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A store that can be closed for a while, so that something can be done with its file, and opened again for those who
/// have it. Whoever asks it meanwhile waits. Safe for concurrent use.
public final class PausableStore extends ForwardingStore {
    private final Supplier<Store> opener;
    private final Watchers watchers = new Watchers();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition awake = lock.newCondition();
    private volatile Store store;
    private Subscription changes;
    private boolean paused;
    private boolean closed;

    /// @param store open
    /// @param opener opens it again
    public PausableStore(Store store, Supplier<Store> opener) {
        this.store = store;
        this.opener = opener;
        this.changes = store.watch(watchers::tell);
    }

    @Override
    protected Store store() {
        lock.lock();
        try {
            while (paused) {
                awake.awaitUninterruptibly();
            }
            return store;
        } finally {
            lock.unlock();
        }
    }

    /// Closes the store until [#resume].
    public void pause() {
        lock.lock();
        try {
            paused = !closed;
        } finally {
            lock.unlock();
        }
        changes.close();
        store.close();
    }

    /// Opens the store again. It stays closed for a while where this fails.
    ///
    /// @throws StoreException as opening does
    public void resume() {
        Store opened = opener.get();
        lock.lock();
        try {
            if (closed) {
                opened.close();
                return;
            }
            store = opened;
            changes = opened.watch(watchers::tell);
            paused = false;
            awake.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Tells without waiting.
    @Override
    public StoreUri uri() {
        return store.uri();
    }

    /// Tells without waiting.
    @Override
    public Set<Capability> capabilities() {
        return store.capabilities();
    }

    @Override
    public Subscription watch(Consumer<StoreChange> listener) {
        lock.lock();
        try {
            if (closed) {
                throw new StoreException.Closed(uri());
            }
            return watchers.add(listener);
        } finally {
            lock.unlock();
        }
    }

    /// Also of a store that is closed for a while; who waits for it hears of that.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            paused = false;
            awake.signalAll();
        } finally {
            lock.unlock();
        }
        changes.close();
        store.close();
    }
}
