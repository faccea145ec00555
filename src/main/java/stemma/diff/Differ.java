package stemma.diff;

import java.util.Arrays;

/// Compares two texts: units first (lines or paragraphs), then the words of what is left between equal units, which
/// tell which unit became which, then the words inside each pair.
final class Differ {
    private static final int LINE_RUN_COST = 5;

    /// The words of so many characters are looked at even when the budget is spent.
    private static final int CHEAP_GAP = 2_000;

    private final char[] leftText;
    private final char[] rightText;
    private final Whitespace whitespace;
    private final Units left;
    private final Units right;
    private final Budget budget;
    private final Aligner lineAligner;
    private final WordMatcher words;
    private final Slider slider = new Slider();
    private final Pairing pairing = new Pairing();
    private final RowList rows = new RowList();

    Differ(String left, String right, Whitespace whitespace, Budget budget) {
        leftText = left.toCharArray();
        rightText = right.toCharArray();
        this.whitespace = whitespace;
        this.budget = budget;
        Interner lines = new Interner(Math.max(64, (leftText.length + rightText.length) / 64));
        this.left = new Units(leftText, whitespace, lines);
        this.right = new Units(rightText, whitespace, lines);
        lineAligner = new Aligner(LINE_RUN_COST, budget);
        lineAligner.learn(lines);
        words = new WordMatcher(this.left, this.right, whitespace, budget);
    }

    Units left() {
        return left;
    }

    Units right() {
        return right;
    }

    /// Finds the moves among the rows and changes their kinds; to be called once, after [#rows()].
    Moves moves() {
        return new MoveFinder(rows, left, right, budget, new RowWords(left, right, words)).find();
    }

    /// @return the rows in order, moves not yet found
    RowList rows() {
        int leftCount = left.count();
        int rightCount = right.count();
        int[] match = new int[leftCount];
        boolean coarse = lineAligner.align(left.ids(), 0, leftCount, right.ids(), 0, rightCount, match);
        slider.slide(
                left.ids(), 0, leftCount, right.ids(), 0, rightCount, match, new LineBorders(left, right));
        int leftAt = 0;
        int rightAt = 0;
        for (int i = 0; i <= leftCount; i++) {
            int j = i == leftCount ? rightCount : match[i];
            if (j < 0) {
                continue;
            }
            if (leftAt < i || rightAt < j) {
                gap(leftAt, i, rightAt, j, coarse);
            }
            if (i < leftCount) {
                same(i, j);
            }
            leftAt = i + 1;
            rightAt = j + 1;
        }
        return rows;
    }

    /// Two units with the same id: equal, unless they differ in what cannot be seen.
    private void same(int i, int j) {
        int firstEdit = rows.edits().size();
        if (isEqual(i, j)) {
            rows.add(RowKind.EQUAL, i, i + 1, j, j + 1, firstEdit, false);
            return;
        }
        read(i, i + 1, j, j + 1);
        boolean coarse = words.align();
        words.tidy(0, words.left().size(), 0, words.right().size());
        write(i, i + 1, 0, words.left().size(), j, j + 1);
        boolean equal = rows.edits().size() == firstEdit;
        rows.add(equal ? RowKind.EQUAL : RowKind.CHANGED, i, i + 1, j, j + 1, firstEdit, coarse);
    }

    private boolean isEqual(int i, int j) {
        if (Arrays.equals(leftText, left.start(i), left.end(i), rightText, right.start(j), right.end(j))) {
            return true;
        }
        if (whitespace != Whitespace.IGNORE) {
            return false;
        }
        int a = left.start(i);
        int b = right.start(j);
        while (true) {
            while (a < left.end(i) && Characters.isBlank(leftText[a])) {
                a++;
            }
            while (b < right.end(j) && Characters.isBlank(rightText[b])) {
                b++;
            }
            if (a == left.end(i) || b == right.end(j)) {
                return a == left.end(i) && b == right.end(j);
            }
            if (leftText[a++] != rightText[b++]) {
                return false;
            }
        }
    }

    /// Units between two equal ones.
    private void gap(int leftFrom, int leftTo, int rightFrom, int rightTo, boolean coarse) {
        if (leftFrom == leftTo || rightFrom == rightTo) {
            replaced(leftFrom, leftTo, rightFrom, rightTo, coarse);
            return;
        }
        int size = left.start(leftTo) - left.start(leftFrom) + right.start(rightTo) - right.start(rightFrom);
        if (size > CHEAP_GAP && budget.isSpent()) {
            replaced(leftFrom, leftTo, rightFrom, rightTo, true);
            return;
        }
        read(leftFrom, leftTo, rightFrom, rightTo);
        boolean wordsCoarse = words.align();
        pairing.find(left, leftFrom, leftTo, right, rightFrom, rightTo, words);
        int leftAt = leftFrom;
        int rightAt = rightFrom;
        for (int pair = 0; pair < pairing.count(); pair++) {
            between(leftAt, pairing.leftFirst(pair), rightAt, pairing.rightFirst(pair), wordsCoarse);
            leftAt = pairing.leftEnd(pair);
            rightAt = pairing.rightEnd(pair);
            changed(pair, pairing.count() == 1 && leftTo - leftFrom == 1 && rightTo - rightFrom == 1, wordsCoarse);
        }
        between(leftAt, leftTo, rightAt, rightTo, wordsCoarse);
    }

    /// Units that belong together, with other words in them.
    private void changed(int pair, boolean isWholeGap, boolean coarse) {
        int leftFirst = pairing.leftFirst(pair);
        int leftEnd = pairing.leftEnd(pair);
        int rightFirst = pairing.rightFirst(pair);
        int rightEnd = pairing.rightEnd(pair);
        int leftToken = pairing.leftToken(leftFirst);
        int leftTokenEnd = pairing.leftToken(leftEnd);
        int rightToken = pairing.rightToken(rightFirst);
        int rightTokenEnd = pairing.rightToken(rightEnd);
        boolean rowCoarse =
                isWholeGap ? coarse : words.align(leftToken, leftTokenEnd, rightToken, rightTokenEnd);
        words.tidy(leftToken, leftTokenEnd, rightToken, rightTokenEnd);
        int firstEdit = rows.edits().size();
        write(leftFirst, leftEnd, leftToken, leftTokenEnd, rightFirst, rightEnd);
        boolean equal = rows.edits().size() == firstEdit;
        RowKind kind = equal ? RowKind.EQUAL : RowKind.CHANGED;
        rows.add(kind, leftFirst, leftEnd, rightFirst, rightEnd, firstEdit, rowCoarse);
    }

    /// Units between two pairs: equal ones beside the pairs are equal rows, blank lines above all.
    private void between(int leftFrom, int leftTo, int rightFrom, int rightTo, boolean coarse) {
        int leftStart = leftFrom;
        int rightStart = rightFrom;
        while (leftStart < leftTo && rightStart < rightTo && left.id(leftStart) == right.id(rightStart)) {
            same(leftStart++, rightStart++);
        }
        int leftEnd = leftTo;
        int rightEnd = rightTo;
        while (leftStart < leftEnd && rightStart < rightEnd && left.id(leftEnd - 1) == right.id(rightEnd - 1)) {
            leftEnd--;
            rightEnd--;
        }
        replaced(leftStart, leftEnd, rightStart, rightEnd, coarse);
        while (leftEnd < leftTo) {
            same(leftEnd++, rightEnd++);
        }
    }

    private void replaced(int leftFrom, int leftTo, int rightFrom, int rightTo, boolean coarse) {
        boolean lost = coarse && leftFrom < leftTo && rightFrom < rightTo;
        for (int i = leftFrom; i < leftTo; i++) {
            int firstEdit = rows.edits().size();
            edit(left.start(i), left.end(i), right.start(rightFrom), right.start(rightFrom));
            rows.add(RowKind.REMOVED, i, i + 1, rightFrom, rightFrom, firstEdit, lost);
        }
        for (int j = rightFrom; j < rightTo; j++) {
            int firstEdit = rows.edits().size();
            edit(left.start(leftTo), left.start(leftTo), right.start(j), right.end(j));
            rows.add(RowKind.INSERTED, leftTo, leftTo, j, j + 1, firstEdit, lost);
        }
    }

    private void edit(int leftStart, int leftEnd, int rightStart, int rightEnd) {
        IntList edits = rows.edits();
        edits.add(leftStart);
        edits.add(leftEnd);
        edits.add(rightStart);
        edits.add(rightEnd);
    }

    private void read(int leftFrom, int leftTo, int rightFrom, int rightTo) {
        words.read(left.start(leftFrom), left.start(leftTo), right.start(rightFrom), right.start(rightTo));
    }

    private void write(
            int leftFirst, int leftEnd, int firstToken, int lastToken, int rightFirst, int rightEnd) {
        words.write(
                firstToken,
                lastToken,
                left.start(leftFirst),
                left.start(leftEnd),
                right.start(rightFirst),
                right.start(rightEnd),
                rows.edits());
    }
}
