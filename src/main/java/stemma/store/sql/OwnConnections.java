package stemma.store.sql;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/// One connection for each thread of a store. When one breaks, all are closed before any is opened anew: an embedded
/// database must be gone altogether before it can be opened again.
final class OwnConnections {
    private final Dialect dialect;
    private final OwnThreads.Opener opener;
    private final List<One> all = new ArrayList<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    /// How often all were closed. Guarded by the lock.
    private long replaced;

    OwnConnections(Dialect dialect, OwnThreads.Opener opener) {
        this.dialect = dialect;
        this.opener = opener;
    }

    /// @param first a connection that is open already; null to open one when it is needed
    One add(Sessions.Use use, @Nullable Session first) {
        One added = new One(use, first);
        all.add(added);
        return added;
    }

    /// Held while a connection is used.
    Lock inUse() {
        return lock.readLock();
    }

    /// A number to give to [#replace(long)]. To be asked while [#inUse()] is held.
    long number() {
        return replaced;
    }

    /// Closes every connection, unless that has been done since `number` was asked for. Waits until none is in use.
    void replace(long number) {
        lock.writeLock().lock();
        try {
            if (number == replaced) {
                replaced++;
                all.forEach(One::abandon);
                all.forEach(One::close);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// The connection of one thread.
    final class One {
        private final Sessions.Use use;
        private @Nullable Session session;

        private One(Sessions.Use use, @Nullable Session session) {
            this.use = use;
            this.session = session;
        }

        /// Open, and in a transaction.
        Session session() throws SQLException {
            Session open = session;
            if (open == null) {
                open = opener.open(use);
                session = open;
            }
            open.begin();
            return open;
        }

        void rollback() {
            try {
                if (session != null) {
                    session.rollback();
                }
            } catch (SQLException e) {
                System.getLogger(OwnConnections.class.getName()).log(Level.DEBUG, "a transaction could not be undone", e);
            }
        }

        private void abandon() {
            try {
                if (session != null) {
                    dialect.abandon(session);
                }
            } catch (SQLException e) {
                System.getLogger(OwnConnections.class.getName()).log(Level.DEBUG, "a broken connection", e);
            }
        }

        /// One after the other: SQLite tidies its log away with the last, and of two at once neither is it.
        void close() {
            synchronized (all) {
                Session.close(session, Level.DEBUG, "a connection could not be closed");
            }
            session = null;
        }
    }
}
