package stemma.diff;

import java.util.Arrays;

/// Gives equal stretches of text the same small number, counted from 0, and remembers a weight for each: how much
/// a match of it tells a reader. Used by one thread.
final class Interner {
    private char[][] texts;
    private int[] starts;
    private int[] lengths;
    private int[] hashes;
    private int[] weights;
    private int[] table;
    private int count;

    Interner(int expected) {
        int capacity = Math.max(16, expected);
        texts = new char[capacity][];
        starts = new int[capacity];
        lengths = new int[capacity];
        hashes = new int[capacity];
        weights = new int[capacity];
        table = new int[Integer.highestOneBit(capacity) * 4];
    }

    int count() {
        return count;
    }

    /// The weights by id, valid until the next new id.
    int[] weights() {
        return weights;
    }

    /// The id of `text[start, start + length)`. The array is kept and must not change, or be
    /// replaced with [#keep(int, char\[\])].
    ///
    /// @param hash the same for equal stretches
    /// @param weight counts when the stretch is new
    int id(char[] text, int start, int length, int hash, int weight) {
        int mask = table.length - 1;
        int slot = spread(hash) & mask;
        while (table[slot] != 0) {
            int id = table[slot] - 1;
            if (hashes[id] == hash && lengths[id] == length && isSame(id, text, start, length)) {
                return id;
            }
            slot = (slot + 1) & mask;
        }
        return add(slot, text, start, length, hash, weight);
    }

    /// Replaces the array behind an id by one that holds just its text and will not change.
    void keep(int id, char[] text) {
        texts[id] = text;
        starts[id] = 0;
    }

    private boolean isSame(int id, char[] text, int start, int length) {
        int other = starts[id];
        return Arrays.equals(texts[id], other, other + length, text, start, start + length);
    }

    private int add(int slot, char[] text, int start, int length, int hash, int weight) {
        if (count == starts.length) {
            grow();
            slot = freeSlot(hash);
        }
        table[slot] = count + 1;
        texts[count] = text;
        starts[count] = start;
        lengths[count] = length;
        hashes[count] = hash;
        weights[count] = weight;
        return count++;
    }

    private void grow() {
        int capacity = count * 2;
        texts = Arrays.copyOf(texts, capacity);
        starts = Arrays.copyOf(starts, capacity);
        lengths = Arrays.copyOf(lengths, capacity);
        hashes = Arrays.copyOf(hashes, capacity);
        weights = Arrays.copyOf(weights, capacity);
        table = new int[Integer.highestOneBit(capacity) * 4];
        for (int id = 0; id < count; id++) {
            table[freeSlot(hashes[id])] = id + 1;
        }
    }

    private int freeSlot(int hash) {
        int mask = table.length - 1;
        int slot = spread(hash) & mask;
        while (table[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }
}
