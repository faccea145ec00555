package stemma.store.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stemma.store.sql.Session;
import stemma.store.sql.Sessions.Use;

/// Transactions as SQLite has them. The driver's own begin anew as soon as one ends, which would keep the file locked
/// while nothing is written.
final class SqliteSession extends Session {
    private final Use use;
    private boolean open;

    SqliteSession(Connection connection, Use use) {
        super(connection);
        this.use = use;
    }

    /// Who is going to write takes the lock at once: a reader that becomes a writer later would be refused when
    /// another program wrote meanwhile.
    @Override
    public void begin() throws SQLException {
        if (!open) {
            update(use == Use.WRITE && !connection().isReadOnly() ? "BEGIN IMMEDIATE" : "BEGIN");
            open = true;
        }
    }

    /// The driver tells the key of the last of many rows only.
    @Override
    public List<Long> insertAll(String sql, String key, Stream<@Nullable Object[]> rows) throws SQLException {
        List<Long> keys = new ArrayList<>();
        Iterator<@Nullable Object[]> left = rows.iterator();
        while (left.hasNext()) {
            keys.add(insert(sql, left.next()));
        }
        return keys;
    }

    @Override
    public void commit() throws SQLException {
        end("COMMIT");
    }

    @Override
    public void rollback() throws SQLException {
        end("ROLLBACK");
    }

    private void end(String how) throws SQLException {
        if (open) {
            update(how);
            open = false;
        }
    }
}
