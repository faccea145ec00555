package stemma.store.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import stemma.prompt.Sentence;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.sql.Session;
import stemma.store.sql.Sessions;

/// Works on the callers' threads, with connections from a pool. What a lost connection or a colleague's transaction
/// undid is done once more; a commit whose answer was lost is looked up.
final class PooledSessions implements Sessions {
    private static final int ATTEMPTS = 4;

    /// How often, and after how many milliseconds each, a server is asked for the end of a transaction.
    private static final int QUESTIONS = 20;

    private static final int QUESTION_PAUSE_MILLIS = 100;

    private final StoreUri uri;
    private final PostgresDialect dialect;
    private final HikariDataSource pool;

    /// Held for reading by every call.
    private final ReadWriteLock closing = new ReentrantReadWriteLock();

    PooledSessions(StoreUri uri, PostgresDialect dialect, HikariDataSource pool) {
        this.uri = uri;
        this.dialect = dialect;
        this.pool = pool;
    }

    @Override
    public <T> T read(Work<T> work) {
        return call(() -> attempt(session -> {
            session.update("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            return work.run(session);
        }, false));
    }

    @Override
    public <T> T readLatest(Work<T> work) {
        return call(() -> attempt(work, false));
    }

    @Override
    public <T> T write(Work<T> work) {
        return call(() -> attempt(work, true));
    }

    /// Each commit is on the server's disk anyway.
    @Override
    public <T> T writeUnforced(Work<T> work) {
        return write(work);
    }

    @Override
    public void force() {
        call(() -> true);
    }

    @FunctionalInterface
    private interface Call<T> {
        T run() throws SQLException;
    }

    private <T> T call(Call<T> call) {
        closing.readLock().lock();
        try {
            if (pool.isClosed()) {
                throw new StoreException.Closed(uri);
            }
            return call.run();
        } catch (SQLException e) {
            throw dialect.explain(e);
        } finally {
            closing.readLock().unlock();
        }
    }

    private <T> T attempt(Work<T> work, boolean writes) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try (Session session = session()) {
                Optional<Done<T>> done = once(session, work, writes);
                if (done.isPresent()) {
                    return done.get().result();
                }
            } catch (SQLException e) {
                boolean mayHelp = dialect.isUndone(e) || dialect.isBroken(e) && !isNoServer(e);
                if (attempt == ATTEMPTS || !mayHelp) {
                    throw e;
                }
            }
        }
    }

    /// @param result null when the work gave null
    private record Done<T>(T result) {}

    /// Nothing was written when it throws or its answer is empty; then it can be tried again.
    private <T> Optional<Done<T>> once(Session session, Work<T> work, boolean writes) throws SQLException {
        T result;
        String transaction;
        try {
            result = work.run(session);
            transaction = writes
                    ? session.first("SELECT pg_current_xact_id()::text", row -> row.getString(1))
                            .orElseThrow()
                    : "";
        } catch (SQLException | RuntimeException | Error e) {
            rollback(session);
            throw e;
        }
        try {
            session.commit();
            return Optional.of(new Done<>(result));
        } catch (SQLException e) {
            if (!writes || !dialect.isBroken(e)) {
                throw e;
            }
            return isCommitted(transaction, e) ? Optional.of(new Done<>(result)) : Optional.empty();
        }
    }

    /// What became of a transaction whose commit was not answered.
    ///
    /// @throws StoreException.Unreachable when that cannot be found out
    private boolean isCommitted(String transaction, SQLException problem) {
        try {
            for (int question = 1; question <= QUESTIONS; question++) {
                String status = status(transaction);
                if (!status.equals("in progress")) {
                    return status.equals("committed");
                }
                pause();
            }
        } catch (SQLException e) {
            problem.addSuppressed(e);
        }
        throw new StoreException.Unreachable(
                uri, Sentence.of(
                        "the connection was lost while this was saved; look whether it was before saving"
                            + " again"), problem);
    }

    private String status(String transaction) throws SQLException {
        try (Session session = session()) {
            String status = session.first(
                            "SELECT pg_xact_status(?::text::xid8)", row -> row.getString(1), transaction)
                    .orElse("");
            session.commit();
            return status;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(QUESTION_PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rollback(Session session) {
        try {
            session.rollback();
        } catch (SQLException e) {
            System.getLogger(PooledSessions.class.getName()).log(Level.DEBUG, "a transaction could not be undone", e);
        }
    }

    /// Whether no connection could be had in the time allowed; waiting once more would only take longer.
    private static boolean isNoServer(SQLException problem) {
        return problem instanceof SQLTransientConnectionException;
    }

    /// An interrupt stays with the caller and does not end the wait, which is short.
    private Session session() throws SQLException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    Connection connection = pool.getConnection();
                    return new Session(connection, PostgresDialect.CODE);
                } catch (SQLException e) {
                    if (!isInterrupt(e)) {
                        throw e;
                    }
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean isInterrupt(SQLException problem) {
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        closing.writeLock().lock();
        try {
            pool.close();
        } finally {
            closing.writeLock().unlock();
        }
    }
}
