package stemma.store.postgres;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import stemma.prompt.PromptId;
import stemma.store.StoreChange;
import stemma.store.sql.ChangeThread;
import stemma.store.sql.Session;

/// Hears announcements (`LISTEN`) on a connection of its own. After a lost connection it cannot know what it missed,
/// and says that anything may have changed.
final class PostgresChanges implements ChangeThread.Source {
    private static final int WAIT_MILLIS = 250;

    /// After so much silence the server is asked whether it is still there.
    private static final long SILENCE_NANOS = 10_000_000_000L;

    /// Opens a connection.
    @FunctionalInterface
    interface Opener {
        Session open() throws SQLException;
    }

    private final PostgresDialect dialect;
    private final Opener opener;
    private @Nullable Session session;
    private boolean connectedBefore;
    private long lastHeard;

    PostgresChanges(PostgresDialect dialect, Opener opener) {
        this.dialect = dialect;
        this.opener = opener;
    }

    @Override
    public List<StoreChange> look() throws SQLException {
        Session open = session;
        if (open == null) {
            open = opener.open();
            session = open;
            open.update("LISTEN " + PostgresDialect.CHANNEL);
            lastHeard = System.nanoTime();
            boolean missed = connectedBefore;
            connectedBefore = true;
            return missed ? List.of(StoreChange.anything()) : List.of();
        }
        PGNotification[] heard = open.connection().unwrap(PGConnection.class).getNotifications(WAIT_MILLIS);
        if (heard != null && heard.length > 0) {
            lastHeard = System.nanoTime();
            return changes(heard);
        }
        if (System.nanoTime() - lastHeard > SILENCE_NANOS) {
            open.first("SELECT 1", row -> row.getInt(1));
            lastHeard = System.nanoTime();
        }
        return List.of();
    }

    private List<StoreChange> changes(PGNotification[] heard) {
        List<StoreChange> changes = new ArrayList<>();
        for (PGNotification notification : heard) {
            String said = notification.getParameter();
            if (said.startsWith(dialect.place())) {
                String[] writerAndPrompt = said.substring(dialect.place().length()).split("/", 2);
                if (!writerAndPrompt[0].equals(dialect.writer())) {
                    changes.add(new StoreChange(prompt(writerAndPrompt)));
                }
            }
        }
        return changes.stream().distinct().toList();
    }

    /// Anybody may announce anything.
    private static Optional<PromptId> prompt(String[] writerAndPrompt) {
        return Optional.of(writerAndPrompt)
                .filter(parts -> parts.length == 2 && PromptId.problem(parts[1]).isEmpty())
                .map(parts -> new PromptId(parts[1]));
    }

    @Override
    public void disconnect() {
        Session.close(session, Level.DEBUG, "a connection could not be closed");
        session = null;
    }
}
