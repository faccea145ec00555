package stemma.prompt;

import java.io.IOException;

/// Something could not be read or written, for a reason of our own. The message is fit to be shown.
public class ExplainedIOException extends IOException implements Explained {
    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    /// @param sentence what is wrong, often half a sentence such as "its front matter has no end"
    public ExplainedIOException(Sentence sentence) {
        super(sentence.toString());
        this.sentence = sentence;
    }

    /// @param sentence as in [#ExplainedIOException(Sentence)]
    public ExplainedIOException(Sentence sentence, Throwable cause) {
        super(sentence.toString(), cause);
        this.sentence = sentence;
    }

    @Override
    public final Sentence sentence() {
        return sentence;
    }
}
