package stemma.store;

import java.util.Objects;

/// A password, token or key passphrase. It shows itself to nobody who does not ask for it by name: not in texts,
/// logs, exceptions or exports. Immutable.
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = Objects.requireNonNull(value);
    }

    /// The secret itself, to be handed to the place that asks for it and kept nowhere else.
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "••••";
    }
}
