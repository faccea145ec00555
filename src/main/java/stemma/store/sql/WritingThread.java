package stemma.store.sql;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import stemma.store.StoreException;

/// Does one writing task after the other. Those that wait together become one transaction, in which each can still
/// fail for itself, and are forced to the disk together.
final class WritingThread implements Runnable {
    private static final int MOST_TOGETHER = 64;

    /// How long to wait for those who wrote together the last time and will perhaps do so again.
    private static final long PAUSE_MICROS = 200;

    private final BlockingQueue<Task<?>> tasks;
    private final Dialect dialect;
    private final OwnConnections connections;
    private final OwnConnections.One connection;

    /// Done, but not committed.
    private final List<Task<?>> done = new ArrayList<>();

    /// How many were forced together the last time.
    private int together = 1;

    /// Whether the connection is of no more use.
    private boolean broken;

    WritingThread(
            BlockingQueue<Task<?>> tasks,
            Dialect dialect,
            OwnConnections connections,
            OwnConnections.One connection) {
        this.tasks = tasks;
        this.dialect = dialect;
        this.connections = connections;
        this.connection = connection;
    }

    @Override
    public void run() {
        @Nullable Task<?> task = Task.take(tasks);
        while (task == null || task.kind != Task.Kind.END) {
            task = task == null ? Task.take(tasks) : transaction(task);
        }
        connection.close();
    }

    /// @return a task that was met on the way and has to wait for its turn; null for none
    private @Nullable Task<?> transaction(Task<?> task) {
        long number;
        Task<?> next;
        connections.inUse().lock();
        try {
            number = connections.number();
            boolean forced = task.kind == Task.Kind.FORCED_WRITE;
            perform(task);
            next = forced ? performWaiting() : null;
            commit(forced);
        } finally {
            connections.inUse().unlock();
        }
        if (broken) {
            connections.replace(number);
            broken = false;
        }
        return next;
    }

    private @Nullable Task<?> performWaiting() {
        int expected = Math.min(together, MOST_TOGETHER);
        together = 1;
        while (together < MOST_TOGETHER && !broken) {
            Task<?> next = together < expected ? Task.poll(tasks, PAUSE_MICROS) : tasks.poll();
            if (next == null || next.kind != Task.Kind.FORCED_WRITE) {
                return next;
            }
            perform(next);
            together++;
        }
        return null;
    }

    private void perform(Task<?> task) {
        try {
            Session session = connection.session();
            session.mark();
            try {
                task.run(session);
                done.add(task);
            } catch (SQLException e) {
                if (dialect.isBroken(e)) {
                    throw e;
                }
                session.undo();
                task.fail(dialect.explain(e));
            } catch (Throwable e) {
                session.undo();
                task.fail(e);
            }
        } catch (SQLException e) {
            done.add(task);
            failAll(e);
        }
    }

    private void commit(boolean forced) {
        if (broken) {
            return;
        }
        try {
            Session session = connection.session();
            session.commit();
            if (forced && !done.isEmpty()) {
                dialect.force(session);
            }
            done.forEach(Task::succeed);
            done.clear();
        } catch (SQLException e) {
            failAll(e);
        }
    }

    /// Nothing of the transaction is left.
    private void failAll(SQLException e) {
        broken = true;
        StoreException problem = dialect.explain(e);
        done.forEach(task -> task.fail(problem));
        done.clear();
    }
}
