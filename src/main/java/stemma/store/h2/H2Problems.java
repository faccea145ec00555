package stemma.store.h2;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import stemma.prompt.Sentence;
import stemma.store.FileFailures;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// What H2's errors mean for a user.
final class H2Problems {
    private H2Problems() {}

    static StoreException explain(StoreUri uri, Path file, Throwable problem) {
        if (isLocked(problem)) {
            return StoreException.Unreachable.inUse(uri, file, problem);
        }
        if (Files.notExists(file)) {
            Optional<StoreException> refused = FileFailures.ofFolder(uri, file, problem);
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        if (isReadOnly(problem)) {
            return new StoreException.Denied(
                    uri,
                    Sentence.of(
                            "the file {0} may only be read; get the right to write to it, or copy the prompts to another store",
                            file),
                    problem);
        }
        IOException failure = cause(problem, IOException.class);
        if (failure != null && FileFailures.isFull(failure)) {
            return StoreException.Unreachable.noRoom(uri, file, problem);
        }
        if (isTrouble(problem)) {
            return new StoreException.Unreachable(uri, Sentence.of("the file {0}: {1}", file, firstLine(problem)), problem);
        }
        return StoreException.Corrupt.wholeFile(
                uri, file, Sentence.of("the file is damaged ({0})", firstLine(problem)), problem);
    }

    private static boolean isLocked(Throwable problem) {
        return hasCode(problem, ErrorCode.DATABASE_ALREADY_OPEN_1)
                || mvstoreCode(problem) == DataUtils.ERROR_FILE_LOCKED;
    }

    private static boolean isReadOnly(Throwable problem) {
        return hasCode(problem, ErrorCode.DATABASE_IS_READ_ONLY)
                || cause(problem, AccessDeniedException.class) != null;
    }

    /// What has to do with disk, memory or time. Whatever else H2 complains of while it does what it always does, from
    /// an impossible number to a missing table, comes from bytes that are not what they should be.
    private static boolean isTrouble(Throwable problem) {
        if (cause(problem, EOFException.class) != null
                || hasCode(problem, ErrorCode.ROW_NOT_FOUND_IN_PRIMARY_INDEX)) {
            return false;
        }
        return cause(problem, IOException.class) != null
                || hasCode(problem, ErrorCode.LOCK_TIMEOUT_1)
                || hasCode(problem, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN)
                || hasCode(problem, ErrorCode.DATABASE_IS_CLOSED) && !isFileCorrupt(problem)
                || mvstoreCode(problem) == DataUtils.ERROR_WRITING_FAILED
                || mvstoreCode(problem) == DataUtils.ERROR_READING_FAILED;
    }

    private static boolean isFileCorrupt(Throwable problem) {
        return mvstoreCode(problem) == DataUtils.ERROR_FILE_CORRUPT;
    }

    private static boolean hasCode(Throwable problem, int code) {
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == code) {
                return true;
            }
        }
        return false;
    }

    private static int mvstoreCode(Throwable problem) {
        MVStoreException found = cause(problem, MVStoreException.class);
        return found == null ? 0 : found.getErrorCode();
    }

    private static <T extends Throwable> @Nullable T cause(Throwable problem, Class<T> type) {
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    /// The innermost message says most; H2 puts its own version and the SQL around it.
    private static String firstLine(Throwable problem) {
        Throwable innermost = problem;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = String.valueOf(innermost.getMessage());
        String line = message.lines().findFirst().orElse("");
        return line.isEmpty() || line.equals("null") ? innermost.getClass().getSimpleName() : line;
    }
}
