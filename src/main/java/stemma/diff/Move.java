package stemma.diff;

/// Text that was moved: rows that follow each other on both sides.
///
/// @param away where it stood on the left
/// @param here where it stands on the right; as many rows
public record Move(RowRange away, RowRange here) {}
