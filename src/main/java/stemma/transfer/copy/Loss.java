package stemma.transfer.copy;

import stemma.prompt.Sentence;

/// Something that a version, a stage or a prompt has in the source and will not have in the target.
///
/// @param part what kind of thing
/// @param what half a sentence, fit to be shown: `the author "ada"`
public record Loss(Part part, Sentence what) {
    /// The parts of what is copied.
    public enum Part {
        LABEL,
        PARENT,
        AUTHOR,
        MESSAGE,
        TIME,
        TAGS,
        STAGE,
        HISTORY,
        TITLE,
        DESCRIPTION,
        SYNTAX,
        ROLES,
        TEXT,
        VARIABLES,
        EXAMPLES,
        CONFIG,
        METADATA
    }
}
