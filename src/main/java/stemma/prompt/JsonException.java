package stemma.prompt;

/// A text is not the JSON it should be. The message is fit to be shown.
public final class JsonException extends IllegalValueException {
    private static final long serialVersionUID = 1L;

    private final transient Sentence problem;
    private final int line;
    private final int column;

    JsonException(Sentence problem, int line, int column) {
        super(Sentence.of("{0} (line {1}, column {2})", problem, line, column));
        this.problem = problem;
        this.line = line;
        this.column = column;
    }

    /// What is wrong, without the place.
    public Sentence problem() {
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
