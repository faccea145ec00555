package stemma.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Builds the right list from the left one: what was inserted and moved goes to its place, everything else follows
/// in its old order.
final class Placement<T> {
    private final List<T> left;
    private final Set<Integer> gone = new HashSet<>();
    private final Map<Integer, T> inserted = new HashMap<>();
    private final Map<Integer, Integer> moved = new HashMap<>();

    Placement(List<T> left) {
        this.left = new ArrayList<>(left);
    }

    void edit(int from, UnaryOperator<T> edit) {
        left.set(from, edit.apply(left.get(from)));
    }

    void remove(int from) {
        gone.add(from);
    }

    void insert(int to, T item) {
        inserted.put(to, item);
    }

    void move(int from, int to) {
        gone.add(from);
        moved.put(to, from);
    }

    /// @throws IllegalArgumentException when a place stays empty
    List<T> result() {
        int size = left.size() - gone.size() + inserted.size() + moved.size();
        List<T> result = new ArrayList<>(size);
        int from = 0;
        for (int to = 0; to < size; to++) {
            T item = inserted.get(to);
            if (item != null) {
                result.add(item);
            } else if (moved.containsKey(to)) {
                result.add(left.get(moved.get(to)));
            } else {
                while (gone.contains(from)) {
                    from++;
                }
                if (from >= left.size()) {
                    throw new IllegalArgumentException("the changes do not fit: nothing stands at " + to);
                }
                result.add(left.get(from++));
            }
        }
        return result;
    }
}
