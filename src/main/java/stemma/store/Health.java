package stemma.store;

import java.util.List;
import java.util.Optional;

/// What a store says of its state.
///
/// @param writable whether it takes writes
/// @param problems everything that is wrong; empty when all is well
public record Health(boolean writable, List<Problem> problems) {
    public Health {
        problems = List.copyOf(problems);
    }

    public boolean isSound() {
        return problems.isEmpty();
    }

    /// One thing that is wrong.
    ///
    /// @param where the file, row, prompt or version, as the user can find it
    /// @param what a sentence
    /// @param remedy what the store can do about it, where it can do something that loses nothing else
    public record Problem(String where, String what, Optional<Remedy> remedy) {
        public Problem(String where, String what) {
            this(where, what, Optional.empty());
        }
    }

    /// A proposal, never carried out unasked; see [Store#repair].
    ///
    /// @param code what the store knows it by
    /// @param what what it does, as a sentence
    public record Remedy(String code, String what) {}
}
