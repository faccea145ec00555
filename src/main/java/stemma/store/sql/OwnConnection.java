package stemma.store.sql;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import stemma.store.StoreException;

/// The connection of one thread: opened when it is needed, and again when it broke.
final class OwnConnection {
    private final Dialect dialect;
    private final OwnThreads.Opener opener;
    private final boolean writes;
    private @Nullable Session session;

    OwnConnection(Dialect dialect, OwnThreads.Opener opener, boolean writes, @Nullable Session session) {
        this.dialect = dialect;
        this.opener = opener;
        this.writes = writes;
        this.session = session;
    }

    /// In a transaction.
    Session session() throws SQLException {
        Session open = session;
        if (open == null || open.isClosed()) {
            open = new Session(opener.open(writes));
            session = open;
        }
        open.begin();
        return open;
    }

    /// Undoes the transaction, and lets the connection go when it is of no more use.
    void giveUp(boolean broken) {
        try {
            if (session != null && !broken) {
                session.rollback();
                return;
            }
        } catch (SQLException e) {
            // Broken after all.
        }
        close();
    }

    /// As [#giveUp(boolean)], and says what to tell the callers.
    StoreException giveUp(SQLException problem) {
        giveUp(dialect.isBroken(problem));
        return dialect.explain(problem);
    }

    void close() {
        try {
            if (session != null) {
                session.close();
            }
        } catch (SQLException e) {
            System.getLogger(OwnConnection.class.getName())
                    .log(System.Logger.Level.WARNING, "a connection could not be closed", e);
        } finally {
            session = null;
        }
    }
}
