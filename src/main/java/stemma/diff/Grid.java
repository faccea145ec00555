package stemma.diff;

import java.util.Arrays;

/// Matches two short stretches exactly: of all ways to match, the one with the highest sum of weights less the cost
/// of each run. Time and memory grow with the product of the lengths. Used by one thread.
final class Grid {
    /// The best ends here without the left or the right item; for matches: where the run came from.
    private static final byte SKIP_LEFT = 0;

    private static final byte SKIP_RIGHT = 1;
    private static final byte MATCH = 2;
    private static final byte CONTINUES = 4;
    private static final int IMPOSSIBLE = Integer.MIN_VALUE / 2;

    private byte[] from = new byte[0];
    private int[] best = new int[0];
    private int[] matched = new int[0];

    void match(
            int[] left,
            int leftStart,
            int leftEnd,
            int[] right,
            int rightStart,
            int rightEnd,
            int[] weights,
            int open,
            int[] match) {
        int rows = leftEnd - leftStart;
        int columns = rightEnd - rightStart;
        reserve(rows, columns);
        for (int row = 0; row < rows; row++) {
            fillRow(left[leftStart + row], row * columns, right, rightStart, columns, weights, open);
        }
        trace(leftStart, rows, rightStart, columns, match);
    }

    private void reserve(int rows, int columns) {
        if (from.length < rows * columns) {
            from = new byte[Math.max(rows * columns, Math.min(from.length * 2, 1 << 16))];
        }
        if (best.length <= columns) {
            best = new int[columns + 1];
            matched = new int[columns + 1];
        }
        Arrays.fill(best, 0, columns + 1, 0);
        Arrays.fill(matched, 0, columns + 1, IMPOSSIBLE);
    }

    private void fillRow(int id, int cell, int[] right, int rightStart, int columns, int[] weights, int open) {
        int weight = weights[id];
        int bestDiagonal = 0;
        int matchedDiagonal = IMPOSSIBLE;
        int bestBefore = 0;
        for (int column = 0; column < columns; column++) {
            int up = best[column + 1];
            int matchedUp = matched[column + 1];
            int value = up;
            byte origin = SKIP_LEFT;
            if (bestBefore > value) {
                value = bestBefore;
                origin = SKIP_RIGHT;
            }
            int here = IMPOSSIBLE;
            if (right[rightStart + column] == id) {
                int opened = bestDiagonal - open;
                here = matchedDiagonal;
                if (matchedDiagonal >= opened) {
                    origin |= CONTINUES;
                } else {
                    here = opened;
                }
                here += weight;
                if (here >= value) {
                    value = here;
                    origin = (byte) (origin & CONTINUES | MATCH);
                }
            }
            from[cell + column] = origin;
            best[column + 1] = value;
            matched[column + 1] = here;
            bestDiagonal = up;
            matchedDiagonal = matchedUp;
            bestBefore = value;
        }
    }

    private void trace(int leftStart, int rows, int rightStart, int columns, int[] match) {
        int row = rows - 1;
        int column = columns - 1;
        boolean inRun = false;
        while (row >= 0 && column >= 0) {
            byte origin = from[row * columns + column];
            if (inRun || (origin & 3) == MATCH) {
                match[leftStart + row] = rightStart + column;
                inRun = (origin & CONTINUES) != 0;
                row--;
                column--;
            } else if ((origin & 3) == SKIP_RIGHT) {
                column--;
            } else {
                row--;
            }
        }
    }
}
