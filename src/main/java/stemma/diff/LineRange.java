package stemma.diff;

/// Lines of one text, counted from 0.
///
/// @param end exclusive
public record LineRange(int first, int end) {
    public int count() {
        return end - first;
    }

    public boolean isEmpty() {
        return first == end;
    }
}
