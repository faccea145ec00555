package stemma.store.sql;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import stemma.files.DurableFiles;
import stemma.prompt.ExplainedIOException;
import stemma.prompt.Sentence;

/// The number of a database's schema and the way to the newest one.
public final class Schema {
    /// The table whose one row holds the number. It is made first, so that a database in which we were interrupted is
    /// known as ours.
    public static final String TABLE = "stemma_schema";

    private Schema() {}

    /// Runs the migrations that are missing, each in a transaction where the database can.
    ///
    /// @throws SQLException when a statement fails; the next call goes on with the migration that failed
    public static void migrate(Session session, Dialect dialect) throws SQLException {
        session.begin();
        dialect.lockSchema(session);
        session.update("CREATE TABLE IF NOT EXISTS " + TABLE + " (schema_version INTEGER NOT NULL)");
        if (number(session) == 0 && session.first("SELECT 1 FROM " + TABLE, row -> 1).isEmpty()) {
            session.update("INSERT INTO " + TABLE + " VALUES (0)");
        }
        session.commit();
        List<Migration> migrations = dialect.migrations();
        while (step(session, dialect, migrations)) {
            session.commit();
        }
        session.commit();
        dialect.force(session);
    }

    /// Backs a database of an older schema up before it is changed. A backup that an interrupted migration left is kept
    /// as it is.
    ///
    /// @param found the database's schema; 0 when nothing was ever in it
    /// @param kept where the backup goes
    /// @throws IOException when there cannot be one; nothing is changed then
    public static void keepOlder(Session session, Dialect dialect, int found, Path kept) throws IOException {
        if (found == 0 || found >= dialect.migrations().size() || Files.exists(kept)) {
            return;
        }
        try {
            DurableFiles.writeNew(kept, unfinished -> {
                try {
                    dialect.backUp(session, unfinished);
                } catch (SQLException e) {
                    throw new ExplainedIOException(Sentence.of("it could not be backed up before it is changed"), e);
                }
            });
        } catch (FileAlreadyExistsException _) {
            // Somebody else, who has the database open too, was first.
        }
    }

    private static boolean step(Session session, Dialect dialect, List<Migration> migrations) throws SQLException {
        dialect.lockSchema(session);
        int reached = number(session);
        if (reached >= migrations.size()) {
            return false;
        }
        for (String statement : migrations.get(reached).statements()) {
            session.update(statement);
        }
        session.update("UPDATE " + TABLE + " SET schema_version = ?", reached + 1);
        return true;
    }

    /// The number that was reached; 0 when there is none yet. The table must be there.
    public static int number(Session session) throws SQLException {
        return session.first("SELECT schema_version FROM " + TABLE, row -> row.getInt(1)).orElse(0);
    }
}
