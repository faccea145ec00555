package stemma.search;

/// The index cannot be used: another program has it, its folder cannot be written, it is damaged or closed. The store
/// itself is not concerned. The message is a sentence fit to be shown.
public final class SearchUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SearchUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
