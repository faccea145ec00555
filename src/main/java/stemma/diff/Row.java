package stemma.diff;

import java.util.List;
import java.util.OptionalInt;

/// One row of two aligned texts: lines of the left beside lines of the right. Mostly one line on each side, or one
/// on a single side; more where a line was split, joined or wrapped anew.
///
/// @param index the row's place among all rows, from 0
/// @param leftLines empty, and at the place where they would stand, when the left side has none
/// @param rightLines the same for the right side
/// @param left the characters of those lines, line ends included
/// @param right the same for the right side
/// @param edits what differs inside the row, in order; of a moved row, what differs from its partner
/// @param partner of a moved row: the index of the row where its text stands on the other side
public record Row(
        int index,
        RowKind kind,
        LineRange leftLines,
        LineRange rightLines,
        Span left,
        Span right,
        List<Edit> edits,
        OptionalInt partner) {

    public boolean isEqual() {
        return kind == RowKind.EQUAL;
    }

    /// What to mark as deleted on the left, in order.
    public List<Span> leftMarks() {
        return kind.hasLeft()
                ? edits.stream().map(Edit::left).filter(span -> !span.isEmpty()).toList()
                : List.of();
    }

    /// What to mark as inserted on the right, in order.
    public List<Span> rightMarks() {
        return kind.hasRight()
                ? edits.stream().map(Edit::right).filter(span -> !span.isEmpty()).toList()
                : List.of();
    }
}
