package stemma.store;

import java.util.List;
import java.util.Optional;
import stemma.prompt.Sentence;

/// What a store says of its state.
///
/// @param writable whether it takes writes
/// @param problems everything that is wrong; empty when all is well
public record Health(boolean writable, List<Problem> problems) {
    public Health {
        problems = List.copyOf(problems);
    }

    /// Whether nothing is wrong. A sound store may still take no writes.
    public boolean isSound() {
        return problems.isEmpty();
    }

    /// One thing that is wrong.
    ///
    /// @param where the file, row, prompt or version, as the user can find it: a [Sentence], or a name that stays
    /// @param what a sentence
    /// @param remedy what the store can do about it, where it can do something that loses nothing else
    public record Problem(CharSequence where, Sentence what, Optional<Remedy> remedy) {
        /// @param what a [Sentence], or text that comes from elsewhere and stays as it is
        public Problem(CharSequence where, CharSequence what) {
            this(where, Sentence.from(what), Optional.empty());
        }
    }

    /// A proposal, never carried out unasked; see [Store#repair].
    ///
    /// @param code what the store knows it by
    /// @param what what it does, as a sentence
    public record Remedy(String code, Sentence what) {
        /// @param what a [Sentence], or text that stays as it is
        public Remedy(String code, CharSequence what) {
            this(code, Sentence.from(what));
        }
    }
}
