package stemma.store.sqlite;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stemma.prompt.PromptId;
import stemma.store.StoreChange;
import stemma.store.StoreUri;
import stemma.store.sql.OtherWriters;
import stemma.store.sql.OwnThreads;
import stemma.store.sql.ResultRow;
import stemma.store.sql.Session;
import stemma.store.sql.Sessions.Use;

/// Asks the file a few times a second whether somebody wrote to it, which reads a counter and no page, and reads the
/// table `changes` when somebody did.
final class SqliteChanges implements OtherWriters {
    private static final System.Logger LOGGER = System.getLogger(SqliteChanges.class.getName());

    private static final long PAUSE_MILLIS = 250;

    private final StoreUri uri;
    private final String writer;
    private final OwnThreads.Opener opener;
    private @Nullable Thread thread;
    private boolean closed;

    /// What [#look] saw the last time; used by the thread only.
    private long counter = Long.MIN_VALUE;

    private long lastKey;

    SqliteChanges(StoreUri uri, SqliteDialect dialect, OwnThreads.Opener opener) {
        this.uri = uri;
        this.writer = dialect.writer();
        this.opener = opener;
    }

    private record Change(long key, String writer, @Nullable String prompt) {}

    /// Returns when everything written from now on will be told.
    @Override
    public synchronized void listen(Consumer<StoreChange> listener) {
        if (thread != null || closed) {
            return;
        }
        Session session = start();
        thread = Thread.ofPlatform().daemon().name(uri + " changes").start(() -> run(session, listener));
    }

    private @Nullable Session start() {
        try {
            Session session = opener.open(Use.READ_LATEST);
            look(session);
            return session;
        } catch (SQLException e) {
            LOGGER.log(Level.WARNING, "the changes of " + uri + " cannot be read yet", e);
            return null;
        }
    }

    private void run(@Nullable Session first, Consumer<StoreChange> listener) {
        @Nullable Session session = first;
        while (pause()) {
            try {
                if (session == null) {
                    session = opener.open(Use.READ_LATEST);
                }
                look(session).forEach(listener);
            } catch (SQLException e) {
                LOGGER.log(Level.DEBUG, "the changes of " + uri + " cannot be read", e);
                close(session);
                session = null;
                counter = Long.MIN_VALUE;
            }
        }
        close(session);
    }

    /// @return false when it is time to end
    private synchronized boolean pause() {
        try {
            if (!closed) {
                wait(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            // Nobody but us knows the thread.
        }
        return !closed;
    }

    /// What others changed since the last look; the first one finds nothing.
    private List<StoreChange> look(Session session) throws SQLException {
        session.begin();
        List<StoreChange> found = lookAtOneMoment(session);
        session.commit();
        return found;
    }

    private List<StoreChange> lookAtOneMoment(Session session) throws SQLException {
        long now = session.first("PRAGMA data_version", row -> row.getLong(1)).orElse(0L);
        if (now == counter) {
            return List.of();
        }
        boolean isFirst = counter == Long.MIN_VALUE && lastKey == 0;
        long before = lastKey;
        List<Change> changes = isFirst ? newest(session) : since(session, before);
        counter = now;
        if (!changes.isEmpty()) {
            lastKey = changes.getLast().key();
        }
        if (isFirst) {
            return List.of();
        }
        // Nobody announced it, or too much has happened: it may be anything.
        boolean isUnknown = changes.isEmpty() || changes.getFirst().key() > before + 1;
        return isUnknown ? List.of(StoreChange.anything()) : byOthers(changes);
    }

    private static List<Change> newest(Session session) throws SQLException {
        return session.all(
                "SELECT change_key, writer, prompt FROM changes ORDER BY change_key DESC LIMIT 1", SqliteChanges::read);
    }

    private static List<Change> since(Session session, long key) throws SQLException {
        return session.all(
                "SELECT change_key, writer, prompt FROM changes WHERE change_key > ? ORDER BY change_key",
                SqliteChanges::read,
                key);
    }

    private static Change read(ResultRow row) throws SQLException {
        return new Change(row.getLong(1), row.getString(2), row.getString(3));
    }

    private List<StoreChange> byOthers(List<Change> changes) {
        List<StoreChange> told = new ArrayList<>();
        for (Change change : changes) {
            if (!change.writer().equals(writer)) {
                told.add(new StoreChange(Optional.ofNullable(change.prompt()).map(PromptId::new)));
            }
        }
        return told.stream().distinct().toList();
    }

    private static void close(@Nullable Session session) {
        try {
            if (session != null) {
                session.close();
            }
        } catch (SQLException e) {
            LOGGER.log(Level.DEBUG, "a connection could not be closed", e);
        }
    }

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
