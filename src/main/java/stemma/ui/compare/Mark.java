package stemma.ui.compare;

/// A stretch of a [Piece] that is drawn on a ground of its own.
///
/// @param start in UTF-16 units from the beginning of the piece
/// @param end exclusive
record Mark(int start, int end, Kind kind) {
    /// Drawn in this order, later ones above.
    enum Kind {
        REMOVED,
        INSERTED,
        FOUND,
        SELECTED
    }
}
