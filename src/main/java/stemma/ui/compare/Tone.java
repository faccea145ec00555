package stemma.ui.compare;

/// A stretch of a [Piece] whose letters have a colour of their own.
///
/// @param start in UTF-16 units from the beginning of the piece
/// @param end exclusive
record Tone(int start, int end, Kind kind) {
    enum Kind {
        /// A name before a value.
        LABEL,
        /// A template variable.
        VARIABLE,
        /// A section, condition or loop of the template.
        TAG,
        /// What the template engine leaves out.
        COMMENT
    }
}
