package stemma.store.sql;

import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import stemma.store.StoreException;

/// Does one writing task after the other. Those that wait together become one transaction, in which each can still
/// fail for itself, and are forced to the disk together.
final class WritingThread implements Runnable {
    private static final int MOST_TOGETHER = 64;

    private final BlockingQueue<Task<?>> tasks;
    private final Dialect dialect;
    private final OwnConnection connection;

    /// Done, but not committed.
    private final List<Task<?>> done = new ArrayList<>();

    WritingThread(BlockingQueue<Task<?>> tasks, Dialect dialect, OwnConnection connection) {
        this.tasks = tasks;
        this.dialect = dialect;
        this.connection = connection;
    }

    @Override
    public void run() {
        for (Task<?> task = Task.take(tasks); task.kind != Task.Kind.END; task = Task.take(tasks)) {
            if (task.kind == Task.Kind.FORCED_WRITE) {
                perform(task);
                performWaiting();
                commit(true);
            } else {
                perform(task);
                commit(false);
            }
        }
        connection.close();
    }

    private void performWaiting() {
        while (done.size() < MOST_TOGETHER) {
            Task<?> next = tasks.peek();
            if (next == null || next.kind != Task.Kind.FORCED_WRITE) {
                return;
            }
            perform(Task.take(tasks));
        }
    }

    private void perform(Task<?> task) {
        try {
            Session session = connection.session();
            Savepoint before = session.connection().setSavepoint();
            try {
                task.run(session);
                done.add(task);
            } catch (SQLException e) {
                if (dialect.isBroken(e)) {
                    throw e;
                }
                session.connection().rollback(before);
                task.fail(dialect.explain(e));
            } catch (Throwable e) {
                session.connection().rollback(before);
                task.fail(e);
            }
        } catch (SQLException e) {
            done.add(task);
            failAll(e);
        }
    }

    private void commit(boolean forced) {
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
        StoreException problem = connection.giveUp(e);
        done.forEach(task -> task.fail(problem));
        done.clear();
    }
}
