package stemma.store.file;

import java.io.IOException;

/// A file does not hold what its name promises.
final class FormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /// The file, relative to the opened folder; empty when only its reader's caller knows.
    private final String where;

    /// @param problem half a sentence such as "is not UTF-8 at byte 17"
    FormatException(String problem) {
        this("", problem);
    }

    FormatException(String where, String problem) {
        super(problem);
        this.where = where;
    }

    String where() {
        return where;
    }

    String problem() {
        return String.valueOf(getMessage());
    }

    FormatException in(String file) {
        FormatException located = new FormatException(file, problem());
        located.initCause(this);
        return located;
    }
}
