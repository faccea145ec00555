package stemma.store.sql;

import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;

/// Does one reading task after the other.
final class ReadingThread implements Runnable {
    private final BlockingQueue<Task<?>> tasks;
    private final Dialect dialect;
    private final OwnConnection connection;

    ReadingThread(BlockingQueue<Task<?>> tasks, Dialect dialect, OwnConnection connection) {
        this.tasks = tasks;
        this.dialect = dialect;
        this.connection = connection;
    }

    @Override
    public void run() {
        for (Task<?> task = Task.take(tasks); task.kind != Task.Kind.END; task = Task.take(tasks)) {
            try {
                attempt(task, true);
                task.succeed();
            } catch (SQLException e) {
                task.fail(connection.giveUp(e));
            } catch (Throwable e) {
                connection.giveUp(false);
                task.fail(e);
            }
        }
        connection.close();
    }

    /// A connection may have been broken by somebody else's problem, so that a new one helps.
    private void attempt(Task<?> task, boolean again) throws SQLException {
        try {
            Session session = connection.session();
            task.run(session);
            session.commit();
        } catch (SQLException e) {
            if (!again || !dialect.isBroken(e)) {
                throw e;
            }
            connection.giveUp(true);
            attempt(task, false);
        }
    }
}
