package stemma.store.sql;

import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;

/// Does one reading task after the other.
final class ReadingThread implements Runnable {
    private final BlockingQueue<Task<?>> tasks;
    private final Dialect dialect;
    private final OwnConnections connections;
    private final OwnConnections.One connection;

    ReadingThread(
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
        while (answerNext()) {
            // a method of its own, so that no answer is kept until the next question
        }
        connection.close();
    }

    private boolean answerNext() {
        Task<?> task = Task.take(tasks);
        if (task.kind == Task.Kind.END) {
            return false;
        }
        try {
            attempt(task, true);
            task.succeed();
        } catch (SQLException e) {
            task.fail(dialect.explain(e));
        } catch (Throwable e) {
            task.fail(e);
        }
        return true;
    }

    /// A connection may have been broken by somebody else's problem, so that a new one helps.
    private void attempt(Task<?> task, boolean again) throws SQLException {
        long number;
        connections.inUse().lock();
        try {
            number = connections.number();
            try {
                Session session = connection.session();
                task.run(session);
                session.commit();
                return;
            } catch (SQLException e) {
                if (!dialect.isBroken(e)) {
                    connection.rollback();
                    throw e;
                }
                if (!again) {
                    throw e;
                }
            } catch (Throwable e) {
                connection.rollback();
                throw e;
            }
        } finally {
            connections.inUse().unlock();
        }
        connections.replace(number);
        attempt(task, false);
    }
}
