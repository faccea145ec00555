package stemma.store.sql;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stemma.store.StoreChange;
import stemma.store.StoreUri;

/// A thread that looks, again and again, at what others wrote to the same database. Safe for concurrent use.
public final class ChangeThread implements AutoCloseable {
    /// How long to wait after a look that failed.
    private static final long LOST_PAUSE_MILLIS = 500;

    /// Where changes come from. Used by one thread at a time.
    public interface Source {
        /// What others changed since the last look; the first one finds nothing. Connects when there is no connection.
        /// May wait, for less than a second.
        List<StoreChange> look() throws SQLException;

        /// Gives up the connection, if there is one. What is missed until the next look must be told by it.
        void disconnect();
    }

    private final StoreUri uri;
    private final Source source;
    private final long pauseMillis;
    private @Nullable Thread thread;
    private boolean closed;

    /// Whether the last look failed. Used by one thread at a time.
    private boolean isLost;

    /// @param pauseMillis how long to wait between two looks
    public ChangeThread(StoreUri uri, Source source, long pauseMillis) {
        this.uri = uri;
        this.source = source;
        this.pauseMillis = pauseMillis;
    }

    /// Looks for the first time before it returns. Tells from now on, within a second, what others have written; not what
    /// is written through this store. Calls after the first one do nothing.
    public synchronized void listen(Consumer<StoreChange> listener) {
        if (thread == null && !closed) {
            look(listener);
            thread = Thread.ofPlatform().daemon().name(uri + " changes").start(() -> run(listener));
        }
    }

    private void run(Consumer<StoreChange> listener) {
        while (pause(isLost ? LOST_PAUSE_MILLIS : pauseMillis)) {
            look(listener);
        }
        source.disconnect();
    }

    private void look(Consumer<StoreChange> listener) {
        try {
            source.look().forEach(listener);
            isLost = false;
        } catch (SQLException e) {
            System.getLogger(ChangeThread.class.getName()).log(Level.DEBUG, () -> "changes of " + uri + " cannot be read now", e);
            source.disconnect();
            isLost = true;
        }
    }

    /// @return false when it is time to end
    private synchronized boolean pause(long millis) {
        try {
            if (!closed) {
                wait(millis);
            }
        } catch (InterruptedException e) {
            // Nobody but us knows the thread.
        }
        return !closed;
    }

    /// Waits until the listener is called no more.
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closed = true;
            notifyAll();
            running = thread;
        }
        boolean interrupted = false;
        while (running != null && running.isAlive() && running != Thread.currentThread()) {
            try {
                running.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
