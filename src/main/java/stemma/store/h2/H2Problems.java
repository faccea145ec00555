package stemma.store.h2;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// What H2's errors mean for a user.
final class H2Problems {
    private H2Problems() {}

    static StoreException explain(StoreUri uri, Path file, Throwable problem) {
        if (isLocked(problem)) {
            return new StoreException.Unreachable(
                    uri, "the file " + file + " is open in another program; close it there first", problem);
        }
        if (isReadOnly(problem)) {
            return new StoreException.Denied(uri, "the file " + file + " must not be written", problem);
        }
        if (isDamage(problem)) {
            return new StoreException.Corrupt(
                    uri, file.toString(), "the file is damaged (" + firstLine(problem) + ")", problem);
        }
        return new StoreException.Unreachable(uri, "the file " + file + ": " + firstLine(problem), problem);
    }

    private static boolean isLocked(Throwable problem) {
        return hasCode(problem, ErrorCode.DATABASE_ALREADY_OPEN_1)
                || mvstoreCode(problem) == DataUtils.ERROR_FILE_LOCKED;
    }

    private static boolean isReadOnly(Throwable problem) {
        return hasCode(problem, ErrorCode.DATABASE_IS_READ_ONLY)
                || cause(problem, AccessDeniedException.class) != null;
    }

    /// What H2 says when bytes are not what they should be. A failing read or write is no damage by itself.
    private static boolean isDamage(Throwable problem) {
        if (hasCode(problem, ErrorCode.FILE_CORRUPTED_1) || hasCode(problem, ErrorCode.FILE_VERSION_ERROR_1)) {
            return true;
        }
        return switch (mvstoreCode(problem)) {
            case DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_CHUNK_NOT_FOUND, DataUtils.ERROR_INTERNAL,
                    DataUtils.ERROR_SERIALIZATION, DataUtils.ERROR_UNSUPPORTED_FORMAT,
                    DataUtils.ERROR_BLOCK_NOT_FOUND, DataUtils.ERROR_TRANSACTION_CORRUPT -> true;
            default -> hasCode(problem, ErrorCode.GENERAL_ERROR_1) && cause(problem, IOException.class) == null;
        };
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
        return line.isEmpty() ? innermost.getClass().getSimpleName() : line;
    }
}
