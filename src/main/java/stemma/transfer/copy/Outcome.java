package stemma.transfer.copy;

/// What becomes of one thing that is copied; in a dry run, what would become of it.
public enum Outcome {
    /// It is new in the target.
    ADDED,
    /// The target has it already.
    THERE,
    /// A stage or the tags of a version in the target are brought to where they are in the source.
    CHANGED,
    /// The target has something else in its place, which stays.
    CONFLICT,
    /// The target has no room for it, whatever is tried.
    LOST,
    /// It cannot be read, or the target refuses it.
    FAILED
}
