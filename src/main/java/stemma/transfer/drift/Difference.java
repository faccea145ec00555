package stemma.transfer.drift;

/// One way in which a prompt in one store is not as in the other. Ordered by weight, the first is the heaviest.
public enum Difference {
    /// It, or a part of it, cannot be read in one of them.
    UNREADABLE,
    /// Each has versions that the other has not.
    DIVERGED,
    ONLY_HERE,
    ONLY_THERE,
    /// Here are newer versions than there.
    AHEAD,
    /// There are newer versions than here.
    BEHIND,
    /// A stage holds another version.
    OTHER_STAGE,
    /// A version has other tags.
    OTHER_TAGS
}
