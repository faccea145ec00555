package stemma.diff;

import java.util.ArrayList;
import java.util.List;

/// Finds where two sides of a row belong together inside long paragraphs.
final class Anchors {
    /// Text without sentences gets an anchor at a word after so many characters.
    private static final int LONGEST_PIECE = 400;

    private final String left;
    private final String right;
    private final int leftStart;
    private final int rightStart;
    private final int leftEnd;
    private final int rightEnd;
    private final List<Anchor> anchors = new ArrayList<>();
    private int lastLeft;

    private Anchors(String left, String right, Row row) {
        this.left = left;
        this.right = right;
        leftStart = row.left().start();
        rightStart = row.right().start();
        leftEnd = row.left().end();
        rightEnd = row.right().end();
        lastLeft = leftStart;
    }

    static List<Anchor> of(String left, String right, Row row) {
        Anchors finder = new Anchors(left, right, row);
        int leftAt = row.left().start();
        int rightAt = row.right().start();
        for (Edit edit : row.edits()) {
            finder.walk(leftAt, edit.left().start(), rightAt, edit.right().start());
            finder.beside(edit.left().start(), edit.right().start());
            leftAt = edit.left().end();
            rightAt = edit.right().end();
        }
        finder.walk(leftAt, row.left().end(), rightAt, row.right().end());
        return List.copyOf(finder.anchors);
    }

    /// Sentences that begin in a stretch that both sides have; blanks may differ.
    private void walk(int leftFrom, int leftTo, int rightFrom, int rightTo) {
        int i = leftFrom;
        int j = rightFrom;
        while (i < leftTo && j < rightTo) {
            if (Characters.isBlank(left.charAt(i))) {
                i++;
            } else if (Characters.isBlank(right.charAt(j))) {
                j++;
            } else {
                boolean word = i > leftStart && Characters.isBlank(left.charAt(i - 1));
                if (begins(left, i, leftStart) || word && i - lastLeft >= LONGEST_PIECE) {
                    add(i, j);
                }
                i++;
                j++;
            }
        }
    }

    private void beside(int i, int j) {
        if (i < leftEnd && j < rightEnd && begins(left, i, leftStart) && begins(right, j, rightStart)) {
            add(i, j);
        }
    }

    private void add(int i, int j) {
        if (i > leftStart && j > rightStart && i < leftEnd && j < rightEnd) {
            Anchor anchor = new Anchor(i, j);
            if (anchors.isEmpty() || !anchors.getLast().equals(anchor)) {
                anchors.add(anchor);
            }
            lastLeft = i;
        }
    }

    /// Whether a sentence or a line begins at a visible character.
    private static boolean begins(String text, int at, int start) {
        int before = at;
        boolean line = false;
        while (before > start && Characters.isBlank(text.charAt(before - 1))) {
            before--;
            line |= text.charAt(before) == '\n';
        }
        if (before == start || line) {
            return before > start;
        }
        char last = text.charAt(before - 1);
        if (before == at) {
            return WordBorders.isWideSentenceEnd(last);
        }
        return WordBorders.isSentenceEnd(last)
                || WordBorders.isQuote(last)
                        && before - 1 > start
                        && WordBorders.isSentenceEnd(text.charAt(before - 2));
    }
}
