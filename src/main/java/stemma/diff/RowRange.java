package stemma.diff;

/// Rows of a [TextDiff] that follow each other.
///
/// @param end exclusive
public record RowRange(int first, int end) {
    public int count() {
        return end - first;
    }
}
