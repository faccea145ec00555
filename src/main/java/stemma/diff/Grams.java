package stemma.diff;

/// Where stretches of a few ids occur on both sides. Used by one thread, for one length.
final class Grams {
    private static final int MANY = -2;

    private final int[] leftAt;
    private final int[] rightCount;
    private final int mask;

    Grams(int expected) {
        int capacity = Integer.highestOneBit(Math.max(expected, 8)) * 4;
        leftAt = new int[capacity];
        rightCount = new int[capacity];
        mask = capacity - 1;
    }

    void addLeft(int[] left, int at, int length) {
        int slot = slot(left, left, at, length);
        if (leftAt[slot] == 0) {
            leftAt[slot] = at + 1;
            return;
        }
        rightCount[slot] = MANY;
    }

    void addRight(int[] left, int[] right, int at, int length) {
        int slot = slot(left, right, at, length);
        if (leftAt[slot] != 0 && rightCount[slot] >= 0) {
            rightCount[slot]++;
        }
    }

    /// Where on the left the stretch stands that begins at `right[at]`, or -1 unless it stands once on each side.
    int single(int[] left, int[] right, int at, int length) {
        int slot = slot(left, right, at, length);
        return leftAt[slot] != 0 && rightCount[slot] == 1 ? leftAt[slot] - 1 : -1;
    }

    private int slot(int[] left, int[] of, int at, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ of[at + i]) * 0x01000193;
        }
        int slot = (hash ^ hash >>> 15) & mask;
        while (leftAt[slot] != 0 && !isSame(left, leftAt[slot] - 1, of, at, length)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static boolean isSame(int[] left, int at, int[] of, int other, int length) {
        for (int i = 0; i < length; i++) {
            if (left[at + i] != of[other + i]) {
                return false;
            }
        }
        return true;
    }
}
