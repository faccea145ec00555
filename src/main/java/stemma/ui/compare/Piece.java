package stemma.ui.compare;

import java.util.List;

/// The text of one side of a row, ready to be drawn.
///
/// @param text without its last line end; characters that cannot be seen may be replaced by signs
/// @param marks in order of their kinds
/// @param tones in order, without overlap
record Piece(String text, List<Mark> marks, List<Tone> tones) {
    static final Piece EMPTY = new Piece("", List.of(), List.of());
}
