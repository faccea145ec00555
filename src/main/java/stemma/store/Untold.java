package stemma.store;

import java.util.Optional;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.VersionLabel;

/// Something that a store holds and none of its other calls tells: it cannot be read, or Stemma has no place for it.
///
/// @param prompt the one that it belongs to, where that is known
/// @param version the one that it belongs to, where it is about one and that is known
/// @param where the file or other place, as the user can find it
/// @param what what is wrong, as half a sentence; of what Stemma has no place for, its name: `the field "Owner"`
public record Untold(Kind kind, Optional<PromptId> prompt, Optional<VersionLabel> version, String where, Sentence what) {
    /// What it is.
    public enum Kind {
        /// A version that cannot be read and is not listed.
        VERSION,
        /// A record of stages that cannot be read as a whole; stages may hold more than is told.
        STAGES,
        /// A record of tags that cannot be read as a whole; versions may have other tags than are told.
        TAGS,
        /// A time that is told less exactly than it is written.
        TIME,
        /// Anything else that can be read and has no place in Stemma.
        OTHER
    }

    /// Whether it is damaged, and not only more than Stemma knows.
    public boolean isDamage() {
        return kind == Kind.VERSION || kind == Kind.STAGES || kind == Kind.TAGS;
    }

    /// The damage as a call fails with it that needs what is damaged.
    public StoreException.Corrupt problem(StoreUri store) {
        return new StoreException.Corrupt(store, where, Sentence.of("{0}.", what));
    }
}
