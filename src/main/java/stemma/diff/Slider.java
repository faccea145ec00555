package stemma.diff;

/// Moves insertions and deletions that could stand in several places ("a b [a b]" or "[a b] a b") to where a reader
/// expects them. Used by one thread.
final class Slider {
    private static final int FARTHEST = 60;
    private static final int JOINED = 1_000;

    /// How good a place is for an edit to begin or end.
    interface Borders {
        /// @param left whether the place is on the left side
        /// @param index the place is before this item
        int score(boolean left, int index);
    }

    private final IntList inverse = new IntList(16);

    /// Slides the edits of a stretch; the match stays as large as it was.
    ///
    /// @param match for each left index the right index, or -1
    void slide(
            int[] left,
            int leftStart,
            int leftEnd,
            int[] right,
            int rightStart,
            int rightEnd,
            int[] match,
            Borders borders) {
        int[] back = inverse(leftStart, leftEnd, rightStart, rightEnd, match);
        slideSide(true, left, leftStart, leftEnd, match, 0, back, rightStart, rightStart, rightEnd, borders);
        slideSide(false, right, rightStart, rightEnd, back, rightStart, match, 0, leftStart, leftEnd, borders);
    }

    private int[] inverse(int leftStart, int leftEnd, int rightStart, int rightEnd, int[] match) {
        inverse.clear();
        for (int j = rightStart; j < rightEnd; j++) {
            inverse.add(-1);
        }
        int[] back = inverse.array();
        for (int i = leftStart; i < leftEnd; i++) {
            if (match[i] >= 0) {
                back[match[i] - rightStart] = i;
            }
        }
        return back;
    }

    /// @param match of this side, beginning at index `offset`
    /// @param other the match of the other side, beginning at index `otherOffset`
    private static void slideSide(
            boolean isLeft,
            int[] items,
            int start,
            int end,
            int[] match,
            int offset,
            int[] other,
            int otherOffset,
            int otherStart,
            int otherEnd,
            Borders borders) {
        int at = start;
        while (at < end) {
            if (match[at - offset] >= 0) {
                at++;
                continue;
            }
            int first = at;
            while (at < end && match[at - offset] < 0) {
                at++;
            }
            int before = first == start ? otherStart : match[first - 1 - offset] + 1;
            int after = at == end ? otherEnd : match[at - offset];
            int shift = before == after
                    ? bestShift(isLeft, items, start, end, first, at, match, offset, borders)
                    : 0;
            at += apply(shift, first, at, match, offset, other, otherOffset);
        }
    }

    /// The best place for an edit that has nothing on the other side.
    private static int bestShift(
            boolean isLeft,
            int[] items,
            int start,
            int end,
            int first,
            int last,
            int[] match,
            int offset,
            Borders borders) {
        int best = 0;
        int bestScore = score(isLeft, first, last, borders);
        for (int shift = 1; shift <= FARTHEST && canStepUp(items, start, first, last, shift, match, offset); shift++) {
            int score = score(isLeft, first - shift, last - shift, borders);
            int before = first - shift - 1;
            if (before >= start && match[before - offset] + 1 != match[before + 1 - offset]) {
                score += JOINED;
            }
            if (score > bestScore) {
                best = -shift;
                bestScore = score;
            }
        }
        for (int shift = 1; shift <= FARTHEST && canStepDown(items, end, first, last, shift, match, offset); shift++) {
            int score = score(isLeft, first + shift, last + shift, borders);
            int after = last + shift;
            if (after < end && match[after - 1 - offset] + 1 != match[after - offset]) {
                score += JOINED;
            }
            if (score > bestScore) {
                best = shift;
                bestScore = score;
            }
        }
        return best;
    }

    private static int score(boolean isLeft, int first, int last, Borders borders) {
        return borders.score(isLeft, first) + borders.score(isLeft, last);
    }

    /// Whether the edit can stand one item earlier than `shift - 1` items before its place.
    private static boolean canStepUp(
            int[] items, int start, int first, int last, int shift, int[] match, int offset) {
        int at = first - shift;
        return at >= start
                && match[at - offset] >= 0
                && items[at] == items[last - shift]
                && (shift == 1 || match[at - offset] + 1 == match[at + 1 - offset]);
    }

    private static boolean canStepDown(
            int[] items, int end, int first, int last, int shift, int[] match, int offset) {
        int at = last + shift - 1;
        return at < end
                && match[at - offset] >= 0
                && items[at] == items[first + shift - 1]
                && (shift == 1 || match[at - 1 - offset] + 1 == match[at - offset]);
    }

    /// @return how far the end of the edit went down, so that nothing is looked at twice
    private static int apply(
            int shift, int first, int last, int[] match, int offset, int[] other, int otherOffset) {
        for (int step = 1; step <= -shift; step++) {
            move(first - step, last - step, match, offset, other, otherOffset);
        }
        for (int step = 0; step < shift; step++) {
            move(last + step, first + step, match, offset, other, otherOffset);
        }
        return Math.max(shift, 0);
    }

    private static void move(int from, int to, int[] match, int offset, int[] other, int otherOffset) {
        int partner = match[from - offset];
        match[to - offset] = partner;
        match[from - offset] = -1;
        other[partner - otherOffset] = to;
    }
}
