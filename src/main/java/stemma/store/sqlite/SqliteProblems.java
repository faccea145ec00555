package stemma.store.sqlite;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import stemma.prompt.Sentence;
import stemma.store.FileFailures;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// What SQLite's errors mean for a user. The codes: <https://www.sqlite.org/rescode.html>.
final class SqliteProblems {
    private static final int PRIMARY_CODE = 0xff;

    private SqliteProblems() {}

    static StoreException explain(StoreUri uri, Path file, Throwable problem) {
        if (hasNoRoom(problem)) {
            return StoreException.Unreachable.noRoom(uri, file, problem);
        }
        return switch (kind(problem)) {
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL ->
                new StoreException.Unreachable(
                        uri, Sentence.of("another program keeps writing to the file {0}; try again", file), problem);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH -> denied(uri, file, problem);
            case SQLITE_CANTOPEN ->
                FileFailures.ofFolder(uri, file, problem)
                        .orElseGet(() -> new StoreException.Unreachable(
                                uri,
                                Sentence.of("the file {0} cannot be opened, or no file can be made beside it", file),
                                problem));
            case SQLITE_IOERR, SQLITE_NOMEM, SQLITE_INTERRUPT, SQLITE_TOOBIG, SQLITE_NOLFS ->
                new StoreException.Unreachable(uri, Sentence.of("the file {0}: {1}", file, firstLine(problem)), problem);
            default ->
                problem instanceof AccessDeniedException
                        ? denied(uri, file, problem)
                        : code(problem) == null
                                ? new StoreException.Unreachable(
                                        uri, Sentence.of("the file {0}: {1}", file, firstLine(problem)), problem)
                                : StoreException.Corrupt.wholeFile(
                                        uri, file, Sentence.of("the file is damaged ({0})", firstLine(problem)), problem);
        };
    }

    private static boolean hasNoRoom(Throwable problem) {
        return kind(problem) == SQLiteErrorCode.SQLITE_FULL
                || code(problem) == SQLiteErrorCode.SQLITE_IOERR_SHMSIZE
                || problem instanceof IOException failure && FileFailures.isFull(failure);
    }

    private static StoreException denied(StoreUri uri, Path file, Throwable problem) {
        return new StoreException.Denied(uri, Sentence.of("the file {0} must not be read or written", file), problem);
    }

    /// The exact code; null for what SQLite did not say.
    static @Nullable SQLiteErrorCode code(Throwable problem) {
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return sqlite.getResultCode();
            }
        }
        return null;
    }

    /// The code without its details.
    static SQLiteErrorCode kind(Throwable problem) {
        SQLiteErrorCode code = code(problem);
        return code == null || code.code < 0
                ? SQLiteErrorCode.UNKNOWN_ERROR
                : SQLiteErrorCode.getErrorCode(code.code & PRIMARY_CODE);
    }

    private static String firstLine(Throwable problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse(problem.getClass().getSimpleName());
    }
}
