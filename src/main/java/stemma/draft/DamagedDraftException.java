package stemma.draft;

import java.nio.file.Path;
import stemma.prompt.ExplainedIOException;
import stemma.prompt.Sentence;

/// A draft file was read, but what it says is no draft. Reading it again does not help.
public final class DamagedDraftException extends ExplainedIOException {
    private static final long serialVersionUID = 1L;

    DamagedDraftException(Path file, Exception cause) {
        super(Sentence.of("the draft {0} is damaged: {1}", file, Sentence.from(cause)), cause);
    }
}
