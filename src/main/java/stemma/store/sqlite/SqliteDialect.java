package stemma.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.sql.Dialect;
import stemma.store.sql.Migration;
import stemma.store.sql.OpenedFile;
import stemma.store.sql.Session;

/// SQLite's ways.
final class SqliteDialect implements Dialect {
    private static final List<Migration> MIGRATIONS = Migration.of(SqliteDialect.class, 1);

    /// How many changes are kept for others to read, at least.
    private static final int KEPT_CHANGES = 1_000;

    /// How many problems of one file are told.
    private static final int MOST_PROBLEMS = 100;

    private final StoreUri uri;
    private final Path file;
    private final OpenedFile openedFile;
    private final String writer;

    /// @param writer a name for this store among all that have the file open
    SqliteDialect(StoreUri uri, Path file, String writer) {
        this.uri = uri;
        this.file = file;
        this.openedFile = new OpenedFile(uri, file);
        this.writer = writer;
    }

    String writer() {
        return writer;
    }

    /// The file is open from now on.
    void opened() throws IOException {
        openedFile.opened();
    }

    @Override
    public void beforeWriting() {
        openedFile.verify();
    }

    @Override
    public List<Migration> migrations() {
        return MIGRATIONS;
    }

    /// Every transaction that writes holds the only lock.
    @Override
    public void lockSchema(Session session) throws SQLException {
        session.begin();
    }

    @Override
    public boolean isOnlyWriter() {
        return false;
    }

    /// Every transaction that writes holds the only lock.
    @Override
    public String forUpdate() {
        return "";
    }

    @Override
    public void announce(Session session, Collection<PromptId> prompts) throws SQLException {
        long key = prompts.isEmpty() ? announce(session, (String) null) : 0;
        for (PromptId prompt : prompts) {
            key = announce(session, prompt.value());
        }
        if (key % KEPT_CHANGES < Math.max(1, prompts.size())) {
            session.update("DELETE FROM changes WHERE change_key <= ?", key - KEPT_CHANGES);
        }
    }

    private long announce(Session session, @Nullable String prompt) throws SQLException {
        return session.insert("INSERT INTO changes (writer, prompt) VALUES (?, ?)", writer, prompt);
    }

    @Override
    public List<String> findDamage(Session session) throws SQLException {
        List<String> said =
                session.all("PRAGMA integrity_check(" + MOST_PROBLEMS + ")", row -> row.getString(1));
        return said.equals(List.of("ok")) ? List.of() : said;
    }

    @Override
    public String holds(String column) {
        return "instr(" + column + ", ?) > 0";
    }

    @Override
    public String beginsWith(String column) {
        return "instr(" + column + ", ?) = 1";
    }

    /// A commit is on the disk when it returns.
    @Override
    public void force(Session session) {}

    @Override
    public boolean canBackUp() {
        return true;
    }

    /// Another SQLite file. Cannot be in a transaction.
    @Override
    public void backUp(Session session, Path target) throws SQLException {
        session.rollback();
        session.update("VACUUM INTO ?", target.toString());
    }

    @Override
    public long bytes(Session session) {
        try {
            Path log = file.resolveSibling(file.getFileName() + "-wal");
            return Files.size(file) + (Files.exists(log) ? Files.size(log) : 0);
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public boolean isTakenKey(SQLException problem) {
        SQLiteErrorCode code = SqliteProblems.code(problem);
        return code == SQLiteErrorCode.SQLITE_CONSTRAINT_UNIQUE
                || code == SQLiteErrorCode.SQLITE_CONSTRAINT_PRIMARYKEY;
    }

    /// SQLite ends the whole transaction by itself when the disk fails or is full, or when a lock cannot be had.
    @Override
    public boolean isBroken(SQLException problem) {
        return switch (SqliteProblems.kind(problem)) {
            case SQLITE_FULL, SQLITE_IOERR, SQLITE_NOMEM, SQLITE_BUSY, SQLITE_INTERRUPT, SQLITE_CANTOPEN,
                    SQLITE_PROTOCOL -> true;
            default -> false;
        };
    }

    @Override
    public void abandon(Session session) {}

    @Override
    public StoreException explain(SQLException problem) {
        return SqliteProblems.explain(uri, file, problem);
    }

    @Override
    public StoreException.Corrupt damaged(Sentence where, CharSequence problem) {
        return new StoreException.Corrupt(uri, Sentence.of("{0}, {1}", file, where), problem);
    }
}
