package stemma.markdown;

import stemma.prompt.ExplainedIOException;
import stemma.prompt.Sentence;

/// A file does not hold what its name promises. Its sentence is what is wrong, without the file.
public final class FormatException extends ExplainedIOException {
    private static final long serialVersionUID = 1L;

    /// The file, relative to the opened folder; empty when only its reader's caller knows.
    private final String where;

    /// @param problem half a sentence such as "is not UTF-8 at byte 17"
    public FormatException(Sentence problem) {
        this("", problem);
    }

    /// @param where the file; empty when only the reader's caller knows
    public FormatException(String where, Sentence problem) {
        super(problem);
        this.where = where;
    }

    /// The file; empty when nobody said.
    public String where() {
        return where;
    }

    /// The same problem with the file that it is in.
    public FormatException in(String file) {
        FormatException located = new FormatException(file, sentence());
        located.initCause(this);
        return located;
    }
}
