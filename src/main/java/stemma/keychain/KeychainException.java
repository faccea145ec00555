package stemma.keychain;

import stemma.prompt.Explained;
import stemma.prompt.Sentence;

/// The keychain cannot be used. The message is one sentence fit to be shown, and holds no secret.
public final class KeychainException extends RuntimeException implements Explained {
    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    KeychainException(Sentence sentence) {
        super(sentence.toString());
        this.sentence = sentence;
    }

    @Override
    public Sentence sentence() {
        return sentence;
    }
}
