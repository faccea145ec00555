package stemma.store;

import java.util.List;
import java.util.function.Function;

/// A part of a longer result.
///
/// @param offset how many results come before
/// @param total how many results there are in all
public record Page<T>(List<T> items, int offset, long total) {
    public Page {
        items = List.copyOf(items);
    }

    public boolean isLast() {
        return offset + items.size() >= total;
    }

    public <R> Page<R> map(Function<T, R> mapper) {
        return new Page<>(items.stream().map(mapper).toList(), offset, total);
    }
}
