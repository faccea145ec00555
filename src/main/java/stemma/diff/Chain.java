package stemma.diff;

import java.util.Arrays;

/// Runs of matches, and the heaviest chain of them in which both sides only go forward. Used by one thread.
final class Chain {
    private static final int FIELDS = 5;
    private static final int NONE = -1;

    /// For each run: left start, right start, core length, right end of all matches that follow, weight.
    private final IntList runs = new IntList(64);
    private int[] score = new int[0];
    private int[] before = new int[0];
    private int[] tree = new int[0];
    private int[] best = new int[0];

    void clear() {
        runs.clear();
        best = new int[0];
    }

    /// @param fullEnd the right end of the matches that follow the core
    /// @param weight of everything that matches around the core
    /// @return the run's number
    int add(int leftStart, int rightStart, int length, int fullEnd, int weight) {
        runs.add(leftStart);
        runs.add(rightStart);
        runs.add(length);
        runs.add(fullEnd);
        runs.add(weight);
        return runs.size() / FIELDS - 1;
    }

    /// Makes the core of a run reach to a later right end.
    void lengthen(int run, int rightEnd) {
        runs.set(run * FIELDS + 2, rightEnd - rightStart(run));
    }

    int leftStart(int run) {
        return runs.get(run * FIELDS);
    }

    int rightStart(int run) {
        return runs.get(run * FIELDS + 1);
    }

    int leftEnd(int run) {
        return leftStart(run) + runs.get(run * FIELDS + 2);
    }

    int fullEnd(int run) {
        return runs.get(run * FIELDS + 3);
    }

    private int rightEnd(int run) {
        return rightStart(run) + runs.get(run * FIELDS + 2);
    }

    private int weight(int run) {
        return runs.get(run * FIELDS + 4);
    }

    boolean isEmpty() {
        return best.length == 0;
    }

    /// The runs of the heaviest chain in order.
    int[] best() {
        return best;
    }

    /// Finds the heaviest chain; each run costs `open`, and one that weighs no more is left out.
    void solve(int open) {
        int count = runs.size() / FIELDS;
        if (count == 0) {
            return;
        }
        long[] byStart = new long[count];
        long[] byEnd = new long[count];
        int lowest = Integer.MAX_VALUE;
        int highest = 0;
        for (int run = 0; run < count; run++) {
            byStart[run] = (long) rightStart(run) << 32 | run;
            byEnd[run] = (long) rightEnd(run) << 32 | run;
            lowest = Math.min(lowest, leftStart(run));
            highest = Math.max(highest, leftEnd(run));
        }
        Arrays.sort(byStart);
        Arrays.sort(byEnd);
        int positions = highest - lowest + 2;
        reserve(count, positions);
        int heaviest = NONE;
        int ended = 0;
        for (long key : byStart) {
            int run = (int) key;
            while (ended < count && byEnd[ended] >> 32 <= key >> 32) {
                int done = (int) byEnd[ended++];
                if (score[done] > 0) {
                    enter(leftEnd(done) - lowest, done, positions);
                }
            }
            if (weight(run) <= open) {
                continue;
            }
            int previous = heaviestUpTo(leftStart(run) - lowest);
            before[run] = previous;
            score[run] = weight(run) - open + (previous == NONE ? 0 : score[previous]);
            if (heaviest == NONE || score[run] > score[heaviest]) {
                heaviest = run;
            }
        }
        best = path(heaviest);
    }

    private int[] path(int last) {
        int length = 0;
        for (int run = last; run != NONE; run = before[run]) {
            length++;
        }
        int[] path = new int[length];
        for (int run = last; run != NONE; run = before[run]) {
            path[--length] = run;
        }
        return path;
    }

    private void reserve(int count, int positions) {
        if (score.length < count) {
            score = new int[count * 2];
            before = new int[count * 2];
        }
        if (tree.length < positions) {
            tree = new int[positions * 2];
        }
        Arrays.fill(tree, 0, positions, NONE);
        Arrays.fill(score, 0, count, 0);
    }

    /// The tree is a Fenwick tree of maxima over left positions.
    private void enter(int position, int run, int positions) {
        for (int i = position + 1; i < positions; i += i & -i) {
            if (tree[i] == NONE || score[tree[i]] < score[run]) {
                tree[i] = run;
            }
        }
    }

    private int heaviestUpTo(int position) {
        int heaviest = NONE;
        for (int i = position + 1; i > 0; i -= i & -i) {
            int run = tree[i];
            if (run != NONE && (heaviest == NONE || score[run] > score[heaviest])) {
                heaviest = run;
            }
        }
        return heaviest;
    }
}
