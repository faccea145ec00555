package stemma.transfer.copy;

import stemma.prompt.Sentence;
import stemma.store.Untold;

/// Something that a version, a stage or a prompt has in the source and will not have in the target.
///
/// @param part what kind of thing
/// @param what half a sentence, fit to be shown: `the author "ada"`
public record Loss(Part part, Sentence what) {
    static Loss of(Untold untold) {
        return new Loss(untold.kind() == Untold.Kind.TIME ? Part.TIME : Part.OTHER, untold.what());
    }

    /// The parts of what is copied.
    public enum Part {
        LABEL,
        PARENT,
        AUTHOR,
        MESSAGE,
        TIME,
        TAGS,
        HISTORY,
        TITLE,
        DESCRIPTION,
        SYNTAX,
        ROLES,
        TEXT,
        VARIABLES,
        EXAMPLES,
        CONFIG,
        METADATA,
        /// What Stemma has no name for.
        OTHER
    }
}
