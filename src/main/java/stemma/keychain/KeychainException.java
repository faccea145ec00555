package stemma.keychain;

/// The keychain cannot be used. The message is one sentence fit to be shown, and holds no secret.
public final class KeychainException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    KeychainException(String message) {
        super(message);
    }
}
