package stemma.store.sqlite;

import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stemma.prompt.PromptId;
import stemma.store.StoreChange;
import stemma.store.sql.ChangeThread;
import stemma.store.sql.OwnThreads;
import stemma.store.sql.ResultRow;
import stemma.store.sql.Session;
import stemma.store.sql.Sessions.Use;

/// Asks the file whether somebody wrote to it, which reads a counter and no page, and reads the table `changes` when
/// somebody did.
final class SqliteChanges implements ChangeThread.Source {
    private final String writer;
    private final OwnThreads.Opener opener;
    private @Nullable Session session;
    private boolean looked;
    private long counter;
    private long lastKey;

    SqliteChanges(SqliteDialect dialect, OwnThreads.Opener opener) {
        this.writer = dialect.writer();
        this.opener = opener;
    }

    private record Change(long key, String writer, @Nullable String prompt) {
        static Change read(ResultRow row) throws SQLException {
            return new Change(row.getLong(1), row.getString(2), row.getString(3));
        }
    }

    @Override
    public List<StoreChange> look() throws SQLException {
        Session open = session;
        boolean isNew = open == null;
        if (open == null) {
            open = opener.open(Use.READ_LATEST);
            session = open;
        }
        open.begin();
        long now = open.first("PRAGMA data_version", row -> row.getLong(1)).orElse(0L);
        List<StoreChange> found = isNew || now != counter ? changes(open) : List.of();
        open.commit();
        counter = now;
        return found;
    }

    private List<StoreChange> changes(Session open) throws SQLException {
        long before = lastKey;
        List<Change> changes = open.all(
                "SELECT change_key, writer, prompt FROM changes WHERE change_key > ? ORDER BY change_key",
                Change::read,
                before);
        if (!changes.isEmpty()) {
            lastKey = changes.getLast().key();
        }
        if (!looked) {
            looked = true;
            return List.of();
        }
        // Nobody announced it, or too much has happened: it may be anything.
        boolean isUnknown = changes.isEmpty() || changes.getFirst().key() > before + 1;
        return isUnknown ? List.of(StoreChange.anything()) : byOthers(changes);
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

    @Override
    public void disconnect() {
        Session.close(session, Level.DEBUG, "a connection could not be closed");
        session = null;
    }
}
