package stemma.store;

import java.util.List;

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
    public record Problem(String where, String what) {}
}
