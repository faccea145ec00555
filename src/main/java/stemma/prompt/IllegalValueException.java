package stemma.prompt;

/// A value breaks a rule. The message is fit to be shown.
public class IllegalValueException extends IllegalArgumentException implements Explained {
    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    /// @param sentence what is wrong, often half a sentence such as "it is no text in UTF-8"
    public IllegalValueException(Sentence sentence) {
        super(sentence.toString());
        this.sentence = sentence;
    }

    /// @param sentence as in [#IllegalValueException(Sentence)]
    public IllegalValueException(Sentence sentence, Throwable cause) {
        super(sentence.toString(), cause);
        this.sentence = sentence;
    }

    @Override
    public final Sentence sentence() {
        return sentence;
    }
}
