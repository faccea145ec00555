package stemma.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// Works on threads of its own, each with its own connection: one that writes and a few that read. Callers wait and
/// may be interrupted while they do, but no interrupt ever reaches the database, which may be an embedded one that
/// does not survive it. Writes that wait together are forced to the disk together.
public final class OwnThreads implements Sessions {
    private static final int MOST_FORCED_TOGETHER = 64;

    /// Opens a connection.
    @FunctionalInterface
    public interface Opener {
        /// @param writes whether it will write; one that only reads must see one moment's state in each transaction
        Connection open(boolean writes) throws SQLException;
    }

    private final StoreUri uri;
    private final Dialect dialect;
    private final Opener opener;
    private final BlockingQueue<Task<?>> reads = new LinkedBlockingQueue<>();
    private final BlockingQueue<Task<?>> writes = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();

    /// Held for reading while a task is queued, so that none is queued behind the end.
    private final ReentrantReadWriteLock closing = new ReentrantReadWriteLock();

    private boolean closed;

    /// @param first a connection that will write and is open already; this object owns it from now on
    /// @param readers how many threads read
    public OwnThreads(StoreUri uri, Dialect dialect, Opener opener, Connection first, int readers) {
        this.uri = uri;
        this.dialect = dialect;
        this.opener = opener;
        start("writer", new Worker(writes, true, new Session(first)));
        for (int i = 1; i <= readers; i++) {
            start("reader " + i, new Worker(reads, false, null));
        }
    }

    private void start(String name, Worker worker) {
        threads.add(Thread.ofPlatform().daemon().name(uri + " " + name).start(worker));
    }

    @Override
    public <T> T read(Work<T> work) {
        return await(reads, new Task<>(work, false));
    }

    @Override
    public <T> T write(Work<T> work) {
        return await(writes, new Task<>(work, true));
    }

    @Override
    public <T> T writeUnforced(Work<T> work) {
        return await(writes, new Task<>(work, false));
    }

    @Override
    public void force() {
        await(writes, new Task<>(_ -> true, true));
    }

    @Override
    public boolean isOnlyWriter() {
        return true;
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
                for (int i = 1; i < threads.size(); i++) {
                    reads.add(Task.end());
                }
            }
        } finally {
            closing.writeLock().unlock();
        }
        joinAll();
    }

    private void joinAll() {
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

    /// Something to do and the place where its caller waits.
    private static final class Task<T> {
        private final @Nullable Work<T> work;
        private final boolean forced;
        private final CompletableFuture<T> answer = new CompletableFuture<>();
        private @Nullable T result;

        private Task(@Nullable Work<T> work, boolean forced) {
            this.work = work;
            this.forced = forced;
        }

        /// Ends the worker that meets it.
        static Task<?> end() {
            return new Task<>(null, false);
        }

        void run(Session session) throws SQLException {
            if (work != null) {
                result = work.run(session);
            }
        }

        void succeed() {
            answer.complete(result);
        }

        /// [CompletableFuture#join()] cannot be interrupted and keeps the interrupt for the caller to see.
        T join() {
            try {
                return answer.join();
            } catch (CompletionException e) {
                switch (e.getCause()) {
                    case RuntimeException problem -> throw problem;
                    case Error error -> throw error;
                    default -> throw e;
                }
            }
        }
    }

    private final class Worker implements Runnable {
        private final BlockingQueue<Task<?>> tasks;
        private final boolean writes;
        private @Nullable Session session;

        private Worker(BlockingQueue<Task<?>> tasks, boolean writes, @Nullable Session session) {
            this.tasks = tasks;
            this.writes = writes;
            this.session = session;
        }

        @Override
        public void run() {
            List<Task<?>> unforced = new ArrayList<>();
            while (true) {
                Task<?> task = unforced.isEmpty() ? take() : tasks.poll();
                if (task != null && task.work != null && unforced.size() < MOST_FORCED_TOGETHER) {
                    perform(task, unforced);
                    continue;
                }
                force(unforced);
                if (task != null && task.work != null) {
                    perform(task, unforced);
                } else if (task != null) {
                    closeQuietly();
                    return;
                }
            }
        }

        private Task<?> take() {
            while (true) {
                try {
                    return tasks.take();
                } catch (InterruptedException e) {
                    // Nobody but us knows this thread; there is nothing to stop for.
                    Thread.interrupted();
                }
            }
        }

        private void perform(Task<?> task, List<Task<?>> unforced) {
            try {
                attempt(task);
                if (task.forced) {
                    unforced.add(task);
                } else {
                    task.succeed();
                }
            } catch (Throwable e) {
                task.answer.completeExceptionally(e);
            }
        }

        /// A reader whose connection turns out to be broken tries again with a new one.
        private void attempt(Task<?> task) {
            boolean fresh = session == null;
            try {
                transaction(task);
            } catch (SQLException e) {
                boolean broken = dialect.isBroken(e);
                giveUp(broken);
                if (writes || fresh || !broken) {
                    throw dialect.explain(e);
                }
                attempt(task);
            } catch (RuntimeException | Error e) {
                giveUp(false);
                throw e;
            }
        }

        private void transaction(Task<?> task) throws SQLException {
            Session open = session();
            task.run(open);
            open.commit();
        }

        private Session session() throws SQLException {
            Session open = session;
            if (open == null || open.isClosed()) {
                open = new Session(opener.open(writes));
                session = open;
            }
            open.begin();
            return open;
        }

        private void giveUp(boolean broken) {
            try {
                if (session != null) {
                    session.rollback();
                }
                if (broken) {
                    closeQuietly();
                }
            } catch (SQLException e) {
                closeQuietly();
            }
        }

        private void force(List<Task<?>> unforced) {
            if (unforced.isEmpty()) {
                return;
            }
            try {
                dialect.force(session());
                unforced.forEach(Task::succeed);
            } catch (SQLException e) {
                giveUp(dialect.isBroken(e));
                StoreException problem = dialect.explain(e);
                unforced.forEach(task -> task.answer.completeExceptionally(problem));
            } finally {
                unforced.clear();
            }
        }

        private void closeQuietly() {
            try {
                if (session != null) {
                    session.close();
                }
            } catch (SQLException e) {
                System.getLogger(OwnThreads.class.getName())
                        .log(System.Logger.Level.WARNING, "a connection of " + uri + " could not be closed", e);
            } finally {
                session = null;
            }
        }
    }
}
