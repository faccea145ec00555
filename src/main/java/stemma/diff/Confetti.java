package stemma.diff;

/// Drops matches that are there by chance: a short word or two between long edits, which a reader takes for noise.
/// Used by one thread.
final class Confetti {
    /// A longer match is always worth showing, in characters.
    private static final int ALWAYS_KEPT = 30;

    private static final int SHORTEST_WORD = 3;

    private static final int ROUNDS = 8;

    /// For each run of matches: left token, right token, number of tokens.
    private final IntList runs = new IntList(64);

    private final IntList kept = new IntList(64);

    void drop(Tokens left, int leftStart, int leftEnd, Tokens right, int rightStart, int rightEnd, int[] match) {
        collect(leftStart, leftEnd, match);
        boolean changed = true;
        for (int round = 0; round < ROUNDS && changed; round++) {
            changed = false;
            kept.clear();
            for (int run = 0; run < runs.size(); run += 3) {
                if (isNoise(run, left, leftStart, leftEnd, right, rightStart, rightEnd)) {
                    int first = runs.get(run);
                    for (int i = first; i < first + runs.get(run + 2); i++) {
                        match[i] = -1;
                    }
                    changed = true;
                } else {
                    kept.add(runs.get(run));
                    kept.add(runs.get(run + 1));
                    kept.add(runs.get(run + 2));
                }
            }
            if (changed) {
                runs.clear();
                for (int i = 0; i < kept.size(); i++) {
                    runs.add(kept.get(i));
                }
            }
        }
    }

    /// Keeps the word between two words that were replaced one by one: "brown fox jumps" to "red fox leaps".
    void keepMiddles(Tokens left, int leftStart, int leftEnd, Tokens right, int rightStart, int rightEnd, int[] match) {
        int before = rightStart - 1;
        for (int i = leftStart; i + 3 <= leftEnd; i++) {
            if (match[i] >= 0) {
                before = match[i];
                continue;
            }
            boolean begins = i == leftStart || match[i - 1] >= 0;
            boolean three = match[i + 1] < 0 && match[i + 2] < 0;
            int after = i + 3 == leftEnd ? rightEnd : match[i + 3];
            if (begins
                    && three
                    && after == before + 4
                    && left.id(i + 1) == right.id(before + 2)
                    && left.length(i + 1) >= SHORTEST_WORD) {
                match[i + 1] = before + 2;
            }
        }
    }

    private void collect(int leftStart, int leftEnd, int[] match) {
        runs.clear();
        int at = leftStart;
        while (at < leftEnd) {
            if (match[at] < 0) {
                at++;
                continue;
            }
            int first = at++;
            while (at < leftEnd && match[at] == match[at - 1] + 1) {
                at++;
            }
            runs.add(first);
            runs.add(match[first]);
            runs.add(at - first);
        }
    }

    private boolean isNoise(
            int run, Tokens left, int leftStart, int leftEnd, Tokens right, int rightStart, int rightEnd) {
        int i = runs.get(run);
        int j = runs.get(run + 1);
        int length = runs.get(run + 2);
        int size = left.end(i + length - 1) - left.start(i);
        if (size > ALWAYS_KEPT) {
            return false;
        }
        boolean first = kept.size() == 0;
        int leftBefore = first ? leftStart : kept.get(kept.size() - 3) + kept.get(kept.size() - 1);
        int rightBefore = first ? rightStart : kept.get(kept.size() - 2) + kept.get(kept.size() - 1);
        boolean last = run + 3 == runs.size();
        int leftAfter = last ? leftEnd : runs.get(run + 3);
        int rightAfter = last ? rightEnd : runs.get(run + 4);
        boolean singles = i - leftBefore <= 1
                && j - rightBefore <= 1
                && leftAfter - i - length <= 1
                && rightAfter - j - length <= 1;
        if (singles && size > 3) {
            return false;
        }
        int before = Math.max(size(left, leftBefore, i), size(right, rightBefore, j));
        int after = Math.max(size(left, i + length, leftAfter), size(right, j + length, rightAfter));
        return size * (size <= 5 ? 1 : 2) <= Math.min(before, after);
    }

    private static int size(Tokens tokens, int from, int to) {
        return from == to ? 0 : tokens.end(to - 1) - tokens.start(from);
    }
}
