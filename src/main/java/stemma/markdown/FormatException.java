package stemma.markdown;

import java.io.IOException;

/// A file does not hold what its name promises.
public final class FormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /// The file, relative to the opened folder; empty when only its reader's caller knows.
    private final String where;

    /// @param problem half a sentence such as "is not UTF-8 at byte 17"
    public FormatException(String problem) {
        this("", problem);
    }

    /// @param where the file; empty when only the reader's caller knows
    public FormatException(String where, String problem) {
        super(problem);
        this.where = where;
    }

    /// The file; empty when nobody said.
    public String where() {
        return where;
    }

    /// What is wrong, without the file.
    public String problem() {
        return String.valueOf(getMessage());
    }

    /// The same problem with the file that it is in.
    public FormatException in(String file) {
        FormatException located = new FormatException(file, problem());
        located.initCause(this);
        return located;
    }
}
