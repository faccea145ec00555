package stemma.diff;

import java.util.ArrayList;
import java.util.List;

/// Makes exact patches of edits between which ignored blanks may differ.
final class Patch {
    private Patch() {}

    static List<TextEdit> of(String left, String right, List<Edit> edits) {
        List<TextEdit> patch = new ArrayList<>();
        int leftAt = 0;
        int rightAt = 0;
        for (Edit edit : edits) {
            between(left, leftAt, edit.left().start(), right, rightAt, edit.right().start(), patch);
            add(patch, edit.left().start(), edit.left().length(), edit.right().of(right));
            leftAt = edit.left().end();
            rightAt = edit.right().end();
        }
        between(left, leftAt, left.length(), right, rightAt, right.length(), patch);
        return List.copyOf(patch);
    }

    /// Blanks that differ in a stretch that counts as equal: one edit for each run of blanks.
    private static void between(
            String left, int leftFrom, int leftTo, String right, int rightFrom, int rightTo, List<TextEdit> patch) {
        int i = leftFrom;
        int j = rightFrom;
        while (i < leftTo || j < rightTo) {
            if (i < leftTo && j < rightTo && left.charAt(i) == right.charAt(j)) {
                i++;
                j++;
                continue;
            }
            int leftEnd = blankEnd(left, i, leftTo);
            int rightEnd = blankEnd(right, j, rightTo);
            if (leftEnd == i && rightEnd == j) {
                add(patch, i, leftTo - i, right.substring(j, rightTo));
                return;
            }
            add(patch, i, leftEnd - i, right.substring(j, rightEnd));
            i = leftEnd;
            j = rightEnd;
        }
    }

    private static int blankEnd(String text, int from, int to) {
        int end = from;
        while (end < to && Characters.isBlank(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static void add(List<TextEdit> patch, int offset, int length, String replacement) {
        if (!patch.isEmpty() && patch.getLast().offset() + patch.getLast().length() == offset) {
            TextEdit last = patch.removeLast();
            patch.add(new TextEdit(last.offset(), last.length() + length, last.replacement() + replacement));
        } else {
            patch.add(new TextEdit(offset, length, replacement));
        }
    }
}
