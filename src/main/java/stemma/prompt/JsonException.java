package stemma.prompt;

/// A text is not the JSON it should be. The message is fit to be shown.
public final class JsonException extends IllegalArgumentException {
    private final String problem;
    private final int line;
    private final int column;

    JsonException(String problem, int line, int column) {
        super(problem + " (line " + line + ", column " + column + ")");
        this.problem = problem;
        this.line = line;
        this.column = column;
    }

    /// What is wrong, without the place.
    public String problem() {
        return problem;
    }

    /// The line where reading stopped, from 1.
    public int line() {
        return line;
    }

    /// The column where reading stopped, from 1, in UTF-16 units.
    public int column() {
        return column;
    }
}
