package stemma.store;

import java.util.List;

/// A part of a longer result.
///
/// @param offset how many results come before
/// @param total how many results there are in all
public record Page<T>(List<T> items, int offset, long total) {
    public Page {
        items = List.copyOf(items);
    }

    /// One page of everything.
    ///
    /// @param offset how many to leave out at the beginning, from 0
    /// @param limit how many to show at most
    public static <T> Page<T> cut(List<T> all, int offset, int limit) {
        int from = Math.min(offset, all.size());
        int to = (int) Math.min((long) from + limit, all.size());
        return new Page<>(all.subList(from, to), offset, all.size());
    }

    /// Whether nothing comes after this page.
    public boolean isLast() {
        return offset + items.size() >= total;
    }
}
