package stemma.search;

/// Which versions are searched.
public enum Scope {
    /// The newest version of each prompt.
    HEADS,
    ALL_VERSIONS
}
