package stemma.store.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// Works on threads of its own, each with its own connection: one that writes and a few that read. Callers wait and
/// may be interrupted while they do, but no interrupt ever reaches the database, which may be an embedded one that
/// does not survive it.
public final class OwnThreads implements Sessions {
    /// Opens a connection.
    @FunctionalInterface
    public interface Opener {
        Session open(Use use) throws SQLException;
    }

    private final StoreUri uri;
    private final BlockingQueue<Task<?>> reads = new LinkedBlockingQueue<>();
    private final BlockingQueue<Task<?>> latestReads = new LinkedBlockingQueue<>();
    private final BlockingQueue<Task<?>> writes = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();

    /// Held for reading while a task is queued, so that none is queued behind the end.
    private final ReadWriteLock closing = new ReentrantReadWriteLock();

    private boolean closed;

    /// @param first a connection that will write and is open already; this object owns it from now on
    /// @param readers how many threads read one moment's state, and how many read the latest one
    public OwnThreads(StoreUri uri, Dialect dialect, Opener opener, Session first, int readers) {
        this.uri = uri;
        OwnConnections connections = new OwnConnections(dialect, opener);
        List<Runnable> work = new ArrayList<>();
        work.add(new WritingThread(writes, dialect, connections, connections.add(Use.WRITE, first)));
        for (int i = 1; i <= readers; i++) {
            work.add(new ReadingThread(reads, dialect, connections, connections.add(Use.READ, null)));
            work.add(new ReadingThread(latestReads, dialect, connections, connections.add(Use.READ_LATEST, null)));
        }
        for (Runnable loop : work) {
            threads.add(Thread.ofPlatform().daemon().name(uri.toString()).start(loop));
        }
    }

    @Override
    public <T> T read(Work<T> work) {
        return await(reads, new Task<>(Task.Kind.READ, work));
    }

    @Override
    public <T> T readLatest(Work<T> work) {
        return await(latestReads, new Task<>(Task.Kind.READ, work));
    }

    @Override
    public <T> T write(Work<T> work) {
        return await(writes, new Task<>(Task.Kind.FORCED_WRITE, work));
    }

    @Override
    public <T> T writeUnforced(Work<T> work) {
        return await(writes, new Task<>(Task.Kind.WRITE, work));
    }

    @Override
    public void force() {
        write(_ -> true);
    }

    private <T> T await(BlockingQueue<Task<?>> queue, Task<T> task) {
        closing.readLock().lock();
        try {
            if (closed) {
                throw new StoreException.Closed(uri);
            }
            queue.add(task);
        } finally {
            closing.readLock().unlock();
        }
        return task.join();
    }

    @Override
    public void close() {
        closing.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                writes.add(Task.end());
                for (int i = 1; i < threads.size(); i += 2) {
                    reads.add(Task.end());
                    latestReads.add(Task.end());
                }
            }
        } finally {
            closing.writeLock().unlock();
        }
        awaitEnd();
    }

    private void awaitEnd() {
        boolean interrupted = Thread.interrupted();
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
