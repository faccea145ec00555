package stemma.store.git;

/// When a server goes away while changes are sent to it.
enum Breaking {
    NEVER,
    /// It has read some of what is sent, and written nothing.
    BEFORE_WRITING,
    /// It has written everything, and has not said so.
    AFTER_WRITING
}
