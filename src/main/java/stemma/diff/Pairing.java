package stemma.diff;

/// Decides which units of a changed stretch belong together: those that share enough matched words. Most pairs are
/// one to one; a paragraph that was split stands beside all its parts. Used by one thread.
final class Pairing {
    /// Twice the shared weight by the weight of both.
    private static final double ALIKE = 0.2;

    /// The same for two units alone between equal ones, where there is no other partner to confuse them with.
    private static final double ALIKE_ALONE = 0.15;

    /// The share of the smaller unit that the larger has.
    private static final double CONTAINED = 0.75;

    /// A unit that is contained in one that has another partner already weighs at least this: about three words.
    private static final int WORTH_JOINING = 28;

    /// The same for two units without partners.
    private static final int WORTH_PAIRING = 12;

    private static final int FIELDS = 4;

    /// For each pair: left first, left end, right first, right end.
    private final IntList pairs = new IntList(64);

    private final IntList leftStarts = new IntList(64);
    private final IntList rightStarts = new IntList(64);
    private final IntList leftWeights = new IntList(64);
    private final IntList rightWeights = new IntList(64);
    private int leftFrom;
    private int rightFrom;
    private double alike;

    int count() {
        return pairs.size() / FIELDS;
    }

    int leftFirst(int pair) {
        return pairs.get(pair * FIELDS);
    }

    int leftEnd(int pair) {
        return pairs.get(pair * FIELDS + 1);
    }

    int rightFirst(int pair) {
        return pairs.get(pair * FIELDS + 2);
    }

    int rightEnd(int pair) {
        return pairs.get(pair * FIELDS + 3);
    }

    /// The first token of a left unit, or the number of tokens for the unit after the last.
    int leftToken(int unit) {
        return leftStarts.get(unit - leftFrom);
    }

    int rightToken(int unit) {
        return rightStarts.get(unit - rightFrom);
    }

    /// Finds the pairs of a stretch; whose words are matched.
    void find(
            Units left,
            int leftFirst,
            int leftEnd,
            Units right,
            int rightFirst,
            int rightEnd,
            WordMatcher words) {
        leftFrom = leftFirst;
        rightFrom = rightFirst;
        alike = leftEnd - leftFirst == 1 && rightEnd - rightFirst == 1 ? ALIKE_ALONE : ALIKE;
        pairs.clear();
        Tokens leftTokens = words.left();
        int[] match = words.match();
        measure(left, leftFirst, leftEnd, leftTokens, words, leftStarts, leftWeights);
        measure(right, rightFirst, rightEnd, words.right(), words, rightStarts, rightWeights);
        int i = leftFirst;
        int j = rightFirst;
        int shared = 0;
        for (int token = 0; token < leftTokens.size(); token++) {
            if (match[token] < 0) {
                continue;
            }
            int leftUnit = i;
            while (leftToken(leftUnit + 1) <= token) {
                leftUnit++;
            }
            int rightUnit = j;
            while (rightToken(rightUnit + 1) <= match[token]) {
                rightUnit++;
            }
            if (leftUnit != i || rightUnit != j) {
                link(i, j, shared);
                shared = 0;
                i = leftUnit;
                j = rightUnit;
            }
            shared += words.weight(leftTokens.id(token));
        }
        link(i, j, shared);
    }

    private static void measure(
            Units units, int first, int end, Tokens tokens, WordMatcher words, IntList starts, IntList sums) {
        starts.clear();
        sums.clear();
        int token = 0;
        for (int unit = first; unit < end; unit++) {
            starts.add(token);
            int sum = 0;
            int border = units.end(unit);
            while (token < tokens.size() && tokens.start(token) < border) {
                sum += words.weight(tokens.id(token));
                token++;
            }
            sums.add(sum);
        }
        starts.add(token);
    }

    private void link(int i, int j, int shared) {
        if (shared == 0) {
            return;
        }
        int leftWeight = leftWeights.get(i - leftFrom);
        int rightWeight = rightWeights.get(j - rightFrom);
        int smaller = Math.min(leftWeight, rightWeight);
        boolean isAlike = 2.0 * shared >= alike * (leftWeight + rightWeight);
        int last = pairs.size() - FIELDS;
        boolean joins = last >= 0 && (pairs.get(last + 1) > i || pairs.get(last + 3) > j);
        boolean contained = smaller >= (joins ? WORTH_JOINING : WORTH_PAIRING) && shared >= CONTAINED * smaller;
        if (!isAlike && !contained) {
            return;
        }
        if (joins) {
            pairs.set(last + 1, Math.max(pairs.get(last + 1), i + 1));
            pairs.set(last + 3, Math.max(pairs.get(last + 3), j + 1));
        } else {
            pairs.add(i);
            pairs.add(i + 1);
            pairs.add(j);
            pairs.add(j + 1);
        }
    }
}
