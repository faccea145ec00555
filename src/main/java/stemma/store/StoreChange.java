package stemma.store;

import java.util.Optional;
import stemma.prompt.PromptId;

/// Something in a store is not as it was.
///
/// @param prompt the prompt that was written, moved or deleted; empty when anything may have changed
public record StoreChange(Optional<PromptId> prompt) {
    /// This prompt is not as it was.
    public static StoreChange of(PromptId prompt) {
        return new StoreChange(Optional.of(prompt));
    }

    /// Nobody knows what changed.
    public static StoreChange anything() {
        return new StoreChange(Optional.empty());
    }
}
