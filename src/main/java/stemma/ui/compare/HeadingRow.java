package stemma.ui.compare;

/// Begins a section: a message with its role, the variables, the settings …
///
/// @param left the title on the left; empty when the left side has no such section
/// @param right the title on the right; empty when the right side has no such section
/// @param glyph what happened to the section as a whole, its text aside
/// @param note what happened in words, such as `moved`; may be empty
record HeadingRow(int index, int section, String left, String right, Glyph glyph, String note) implements Row {
    /// One title for views that have one column.
    String merged() {
        if (left.equals(right) || right.isEmpty()) {
            return left;
        }
        return left.isEmpty() ? right : left + " → " + right;
    }
}
