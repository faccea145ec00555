package stemma.diff;

import java.util.Arrays;

/// Finds what two sequences of ids share, in order: rare things first, like a histogram or patience diff, but all
/// anchors at once and by weight.
///
/// A stretch without its common beginning and end is cut at the heaviest chain of *runs* (matches that follow each
/// other on both sides) that begin at an id that occurs once on each side; where no id does, at pairs, fours … of
/// ids that do. Stretches small enough are matched by [Grid], exactly. Each run pays [#open] once, so that a lone
/// "the" between two edits is no match.
///
/// Holds its scratch memory between calls; used by one thread.
final class Aligner {
    /// Up to so many pairs a stretch is matched exactly at once.
    private static final int EXACT_CELLS = 40_000;

    /// Up to so many pairs a stretch is matched exactly even when the budget is spent.
    private static final int CHEAP_CELLS = 400;

    /// Up to so many pairs a stretch without anchors is matched exactly.
    private static final int FALLBACK_CELLS = 1_500_000;

    private static final int LONGEST_GRAM = 32;

    private final int open;
    private final Budget budget;
    private final Grid grid = new Grid();
    private final Chain chain = new Chain();
    private final IntList regions = new IntList(64);
    private int[] weights = new int[0];
    private int[] countLeft = new int[0];
    private int[] countRight = new int[0];
    private int[] lastLeft = new int[0];
    private int[] diagonalEnd = new int[0];
    private boolean coarse;

    /// @param open what a run of matches costs; in the unit of the weights
    Aligner(int open, Budget budget) {
        this.open = open;
        this.budget = budget;
    }

    /// Takes the weights of all ids known so far; to be called again when there are new ones.
    void learn(Interner interner) {
        learn(interner.weights(), interner.count());
    }

    /// Takes the weights of the ids from 0 to `count`, exclusive.
    void learn(int[] newWeights, int count) {
        weights = newWeights;
        if (countLeft.length < count) {
            int capacity = count * 2;
            countLeft = new int[capacity];
            countRight = new int[capacity];
            lastLeft = new int[capacity];
        }
    }

    /// Matches `left[leftFrom, leftTo)` with `right[rightFrom, rightTo)`.
    ///
    /// @param match gets for each left index the right index, or -1; indexes outside the stretch are left alone
    /// @return whether some part was given up that a longer search might have matched
    boolean align(int[] left, int leftFrom, int leftTo, int[] right, int rightFrom, int rightTo, int[] match) {
        coarse = false;
        Arrays.fill(match, leftFrom, leftTo, -1);
        regions.clear();
        push(leftFrom, leftTo, rightFrom, rightTo);
        while (regions.size() > 0) {
            int rightEnd = regions.removeLast();
            int rightStart = regions.removeLast();
            int leftEnd = regions.removeLast();
            int leftStart = regions.removeLast();
            while (leftStart < leftEnd && rightStart < rightEnd && left[leftStart] == right[rightStart]) {
                match[leftStart++] = rightStart++;
            }
            while (leftStart < leftEnd && rightStart < rightEnd && left[leftEnd - 1] == right[rightEnd - 1]) {
                match[--leftEnd] = --rightEnd;
            }
            if (leftStart < leftEnd && rightStart < rightEnd) {
                split(left, leftStart, leftEnd, right, rightStart, rightEnd, match);
            }
        }
        return coarse;
    }

    private void push(int leftStart, int leftEnd, int rightStart, int rightEnd) {
        regions.add(leftStart);
        regions.add(leftEnd);
        regions.add(rightStart);
        regions.add(rightEnd);
    }

    private void split(
            int[] left, int leftStart, int leftEnd, int[] right, int rightStart, int rightEnd, int[] match) {
        long cells = (long) (leftEnd - leftStart) * (rightEnd - rightStart);
        boolean spent = cells > CHEAP_CELLS && budget.isSpent();
        if (cells <= EXACT_CELLS && !spent) {
            grid.match(left, leftStart, leftEnd, right, rightStart, rightEnd, weights, open, match);
            return;
        }
        if (spent) {
            coarse = true;
            return;
        }
        findSingles(left, leftStart, leftEnd, right, rightStart, rightEnd);
        for (int gram = 2; chain.isEmpty() && gram <= LONGEST_GRAM; gram *= 2) {
            if (cells <= FALLBACK_CELLS) {
                grid.match(left, leftStart, leftEnd, right, rightStart, rightEnd, weights, open, match);
                return;
            }
            findGrams(gram, left, leftStart, leftEnd, right, rightStart, rightEnd);
            if (budget.isSpent()) {
                break;
            }
        }
        if (chain.isEmpty()) {
            coarse |= sharesMuch(left, leftStart, leftEnd, right, rightStart, rightEnd);
            return;
        }
        cut(leftStart, leftEnd, rightStart, rightEnd, match);
    }

    /// Takes the runs of the chain as matched and comes back to what lies between them.
    private void cut(int leftStart, int leftEnd, int rightStart, int rightEnd, int[] match) {
        int leftAt = leftStart;
        int rightAt = rightStart;
        for (int run : chain.best()) {
            push(leftAt, chain.leftStart(run), rightAt, chain.rightStart(run));
            leftAt = chain.leftStart(run);
            rightAt = chain.rightStart(run);
            while (leftAt < chain.leftEnd(run)) {
                match[leftAt++] = rightAt++;
            }
        }
        push(leftAt, leftEnd, rightAt, rightEnd);
    }

    /// Collects the runs around ids that occur once on each side.
    private void findSingles(int[] left, int leftStart, int leftEnd, int[] right, int rightStart, int rightEnd) {
        for (int i = leftStart; i < leftEnd; i++) {
            countLeft[left[i]]++;
            lastLeft[left[i]] = i;
        }
        for (int j = rightStart; j < rightEnd; j++) {
            countRight[right[j]]++;
        }
        startRuns(leftEnd - leftStart + rightEnd - rightStart);
        for (int j = rightStart; j < rightEnd; j++) {
            int id = right[j];
            if (countRight[id] == 1 && countLeft[id] == 1) {
                addRun(1, left, leftStart, leftEnd, lastLeft[id], right, rightStart, rightEnd, j);
            }
        }
        for (int i = leftStart; i < leftEnd; i++) {
            countLeft[left[i]] = 0;
        }
        for (int j = rightStart; j < rightEnd; j++) {
            countRight[right[j]] = 0;
        }
        chain.solve(open);
    }

    /// The same for `gram` ids in a row.
    private void findGrams(
            int gram, int[] left, int leftStart, int leftEnd, int[] right, int rightStart, int rightEnd) {
        Grams grams = new Grams(leftEnd - leftStart);
        int leftLast = leftEnd - gram;
        int rightLast = rightEnd - gram;
        for (int i = leftStart; i <= leftLast; i++) {
            grams.addLeft(left, i, gram);
        }
        for (int j = rightStart; j <= rightLast; j++) {
            grams.addRight(left, right, j, gram);
        }
        startRuns(leftEnd - leftStart + rightEnd - rightStart);
        for (int j = rightStart; j <= rightLast; j++) {
            int i = grams.single(left, right, j, gram);
            if (i >= 0) {
                addRun(gram, left, leftStart, leftEnd, i, right, rightStart, rightEnd, j);
            }
        }
        chain.solve(open);
    }

    private void startRuns(int diagonals) {
        if (diagonalEnd.length < diagonals) {
            diagonalEnd = new int[Math.max(diagonals, diagonalEnd.length * 2)];
        } else {
            Arrays.fill(diagonalEnd, 0, diagonals, 0);
        }
        chain.clear();
    }

    /// Adds the run around the anchor of `length` ids at (i, j), or lengthens the run that it continues.
    private void addRun(
            int length,
            int[] left,
            int leftStart,
            int leftEnd,
            int i,
            int[] right,
            int rightStart,
            int rightEnd,
            int j) {
        int diagonal = i - leftStart + rightEnd - 1 - j;
        int known = diagonalEnd[diagonal] - 1;
        if (known >= 0 && chain.fullEnd(known) >= j) {
            chain.lengthen(known, j + length);
            return;
        }
        int before = 0;
        int weight = 0;
        while (i - before > leftStart && j - before > rightStart && left[i - before - 1] == right[j - before - 1]) {
            before++;
            weight += weights[left[i - before]];
        }
        int end = 0;
        while (i + end < leftEnd && j + end < rightEnd && left[i + end] == right[j + end]) {
            weight += weights[left[i + end]];
            end++;
        }
        diagonalEnd[diagonal] = chain.add(i, j, length, j + end, weight) + 1;
    }

    /// Whether at least half of the smaller stretch could be found on the other side, in whatever order.
    private boolean sharesMuch(
            int[] left, int leftStart, int leftEnd, int[] right, int rightStart, int rightEnd) {
        for (int i = leftStart; i < leftEnd; i++) {
            countLeft[left[i]]++;
        }
        int shared = 0;
        for (int j = rightStart; j < rightEnd; j++) {
            if (countLeft[right[j]] > 0) {
                countLeft[right[j]]--;
                shared++;
            }
        }
        for (int i = leftStart; i < leftEnd; i++) {
            countLeft[left[i]] = 0;
        }
        return shared * 2L >= Math.min(leftEnd - leftStart, rightEnd - rightStart);
    }
}
