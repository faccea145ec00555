package stemma.diff;

/// Tokens of a text in order: where each begins and ends, and its id. Blanks are not tokens; they are what lies
/// between two.
final class Tokens {
    private final IntList starts;
    private final IntList ends;
    private final IntList ids;

    Tokens(int capacity) {
        starts = new IntList(capacity);
        ends = new IntList(capacity);
        ids = new IntList(capacity);
    }

    void add(int start, int end, int id) {
        starts.add(start);
        ends.add(end);
        ids.add(id);
    }

    void clear() {
        starts.clear();
        ends.clear();
        ids.clear();
    }

    int size() {
        return ids.size();
    }

    int start(int token) {
        return starts.get(token);
    }

    int end(int token) {
        return ends.get(token);
    }

    int id(int token) {
        return ids.get(token);
    }

    int length(int token) {
        return ends.get(token) - starts.get(token);
    }

    /// The ids, valid up to [#size()] and until the next token is added.
    int[] ids() {
        return ids.array();
    }
}
