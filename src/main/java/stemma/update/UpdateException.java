package stemma.update;

import java.io.IOException;

/// It could not be found out whether there is a newer version.
public final class UpdateException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /// Why.
    public enum Reason {
        /// Nobody answered, or not in time.
        NO_ANSWER,
        /// There is no release at this address.
        NOT_FOUND,
        /// Too many asked from here; later it works again.
        TOO_OFTEN,
        /// The answer was another error.
        REFUSED,
        /// The answer is no list of releases.
        NOT_UNDERSTOOD
    }

    UpdateException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /// Why, for a sentence in the reader's language.
    public Reason reason() {
        return reason;
    }
}
