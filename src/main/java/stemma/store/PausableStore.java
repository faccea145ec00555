package stemma.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A store that can be closed for a while, so that something can be done with its file, and opened again for those who
/// have it. It closes once the calls under way are done; whoever asks it meanwhile waits. Safe for concurrent use.
public final class PausableStore extends ForwardingStore {
    private final Supplier<Store> opener;
    private final Watchers watchers = new Watchers();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /// Those of the calls under way, once for each call.
    private final List<Thread> callers = new ArrayList<>();
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
        return store;
    }

    @Override
    protected <T, E extends Exception> T through(Call<T, E> call) throws E {
        Store open = enter();
        try {
            return call.of(open);
        } finally {
            leave();
        }
    }

    private Store enter() {
        lock.lock();
        try {
            // What a call asks on its way must not wait for the pause, which waits for that call.
            while (paused && !callers.contains(Thread.currentThread())) {
                changed.awaitUninterruptibly();
            }
            callers.add(Thread.currentThread());
            return store;
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        lock.lock();
        try {
            callers.remove(Thread.currentThread());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Closes the store until [#resume]. Waits for the calls under way, so it must not be called by one of them.
    public void pause() {
        lock.lock();
        try {
            paused = !closed;
            while (paused && !callers.isEmpty()) {
                changed.awaitUninterruptibly();
            }
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
        Subscription openedChanges = opened.watch(watchers::tell);
        lock.lock();
        try {
            if (closed) {
                opened.close();
                return;
            }
            store = opened;
            changes = openedChanges;
            paused = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
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
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        changes.close();
        store.close();
    }
}
