package stemma.diff;

/// What happened to a row.
public enum RowKind {
    /// Both sides have it, alike as far as the whitespace mode looks.
    EQUAL,
    /// Both sides have it, with edits inside.
    CHANGED,
    /// Only the right side has it.
    INSERTED,
    /// Only the left side has it.
    REMOVED,
    /// Only on the left here; stands elsewhere on the right, see [Row#partner()].
    MOVED_AWAY,
    /// Only on the right here; stood elsewhere on the left, see [Row#partner()].
    MOVED_HERE;

    /// Whether the row has text on the left.
    public boolean hasLeft() {
        return this != INSERTED && this != MOVED_HERE;
    }

    /// Whether the row has text on the right.
    public boolean hasRight() {
        return this != REMOVED && this != MOVED_AWAY;
    }
}
