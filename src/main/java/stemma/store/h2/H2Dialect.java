package stemma.store.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.h2.api.ErrorCode;
import stemma.prompt.Sentence;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.sql.Dialect;
import stemma.store.sql.Migration;
import stemma.store.sql.OpenedFile;
import stemma.store.sql.Session;

/// H2's ways.
final class H2Dialect implements Dialect {
    private static final List<Migration> MIGRATIONS = Migration.of(H2Dialect.class, 3);

    private final StoreUri uri;
    private final Path file;
    private final OpenedFile openedFile;

    H2Dialect(StoreUri uri, Path file) {
        this.uri = uri;
        this.file = file;
        this.openedFile = new OpenedFile(uri, file);
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

    /// One process owns the file, and in it one thread migrates.
    @Override
    public void lockSchema(Session session) {}

    @Override
    public boolean isOnlyWriter() {
        return true;
    }

    /// There is one writer.
    @Override
    public String forUpdate() {
        return "";
    }

    @Override
    public String holds(String column) {
        return "LOCATE(?, " + column + ") > 0";
    }

    @Override
    public String beginsWith(String column) {
        return "LOCATE(?, " + column + ") = 1";
    }

    @Override
    public void force(Session session) throws SQLException {
        session.update("CHECKPOINT SYNC");
    }

    @Override
    public boolean canBackUp() {
        return true;
    }

    /// A ZIP archive with the file in it.
    @Override
    public void backUp(Session session, Path target) throws SQLException {
        session.update("BACKUP TO '" + target.toString().replace("'", "''") + "'");
    }

    @Override
    public long bytes(Session session) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public boolean isTakenKey(SQLException problem) {
        return problem.getErrorCode() == ErrorCode.DUPLICATE_KEY_1;
    }

    @Override
    public boolean isBroken(SQLException problem) {
        return switch (problem.getErrorCode()) {
            case ErrorCode.DATABASE_IS_CLOSED, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN, ErrorCode.OBJECT_CLOSED,
                    ErrorCode.CONNECTION_BROKEN_1, ErrorCode.GENERAL_ERROR_1, ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2, ErrorCode.FILE_CORRUPTED_1 -> true;
            default -> false;
        };
    }

    /// H2 has given the file up by then, but not always closed it. Nothing is written.
    @Override
    public void abandon(Session session) throws SQLException {
        session.update("SHUTDOWN IMMEDIATELY");
    }

    @Override
    public StoreException explain(SQLException problem) {
        return H2Problems.explain(uri, file, problem);
    }

    @Override
    public StoreException.Corrupt damaged(Sentence where, CharSequence problem) {
        return new StoreException.Corrupt(uri, Sentence.of("{0}, {1}", file, where), problem);
    }
}
