package stemma.diff;

/// A stretch of one text, in UTF-16 units from its beginning.
///
/// @param end exclusive
public record Span(int start, int end) {
    public int length() {
        return end - start;
    }

    public boolean isEmpty() {
        return start == end;
    }

    /// What stands there.
    public String of(String text) {
        return text.substring(start, end);
    }
}
