package stemma.diff;

import java.util.Arrays;

/// A growing list of ints.
final class IntList {
    private int[] items;
    private int size;

    IntList(int capacity) {
        items = new int[Math.max(capacity, 4)];
    }

    int size() {
        return size;
    }

    int get(int index) {
        return items[index];
    }

    void set(int index, int value) {
        items[index] = value;
    }

    void add(int value) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = value;
    }

    int removeLast() {
        return items[--size];
    }

    void clear() {
        size = 0;
    }

    /// The array behind the list, valid up to [#size()] and until the next [#add(int)].
    int[] array() {
        return items;
    }
}
