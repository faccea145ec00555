package stemma.diff;

/// Turns matched tokens into stretches of characters that differ. Everything it leaves out is equal, character by
/// character, or differs in blanks that do not count.
final class EditWriter {
    private final Units leftUnits;
    private final Units rightUnits;
    private final char[] left;
    private final char[] right;
    private final Whitespace whitespace;

    EditWriter(Units leftUnits, Units rightUnits, Whitespace whitespace) {
        this.leftUnits = leftUnits;
        this.rightUnits = rightUnits;
        left = leftUnits.text();
        right = rightUnits.text();
        this.whitespace = whitespace;
    }

    /// Adds the edits of a row: left start, left end, right start, right end, in characters.
    ///
    /// @param match of the tokens in the row, left index to right index, or -1
    void write(
            Tokens leftTokens,
            int firstToken,
            int lastToken,
            Tokens rightTokens,
            int[] match,
            int leftStart,
            int leftEnd,
            int rightStart,
            int rightEnd,
            IntList edits) {
        int leftAt = leftStart;
        int rightAt = rightStart;
        for (int i = firstToken; i < lastToken; i++) {
            int j = match[i];
            if (j >= 0 && isSame(leftTokens, i, rightTokens, j)) {
                gap(leftAt, leftTokens.start(i), rightAt, rightTokens.start(j), leftStart, leftEnd, edits);
                leftAt = leftTokens.end(i);
                rightAt = rightTokens.end(j);
            }
        }
        gap(leftAt, leftEnd, rightAt, rightEnd, leftStart, leftEnd, edits);
    }

    private boolean isSame(Tokens leftTokens, int i, Tokens rightTokens, int j) {
        int length = leftTokens.length(i);
        if (length != rightTokens.length(j)) {
            return false;
        }
        int a = leftTokens.start(i);
        int b = rightTokens.start(j);
        for (int k = 0; k < length; k++) {
            if (left[a + k] != right[b + k]) {
                return false;
            }
        }
        return true;
    }

    /// What lies between two matched tokens; its equal blanks at both ends are no part of the edit.
    private void gap(
            int leftFrom, int leftTo, int rightFrom, int rightTo, int rowStart, int rowEnd, IntList edits) {
        int a = leftFrom;
        int aEnd = leftTo;
        int b = rightFrom;
        int bEnd = rightTo;
        while (a < aEnd && b < bEnd && left[a] == right[b] && Characters.isBlank(left[a])) {
            a++;
            b++;
        }
        while (a < aEnd && b < bEnd && left[aEnd - 1] == right[bEnd - 1] && Characters.isBlank(left[aEnd - 1])) {
            aEnd--;
            bEnd--;
        }
        if (a == aEnd && b == bEnd) {
            return;
        }
        if (whitespace != Whitespace.EXACT) {
            boolean blankLeft = isBlank(left, a, aEnd);
            boolean blankRight = isBlank(right, b, bEnd);
            if (blankLeft && blankRight) {
                if (isIgnored(leftFrom, leftTo, rightFrom, rightTo, rowStart, rowEnd)) {
                    return;
                }
            } else if (whitespace != Whitespace.TRIM) {
                while (!blankLeft && Characters.isBlank(left[a]) && !blankRight) {
                    a++;
                }
                while (!blankLeft && Characters.isBlank(left[aEnd - 1]) && !blankRight) {
                    aEnd--;
                }
                while (!blankRight && Characters.isBlank(right[b]) && !blankLeft) {
                    b++;
                }
                while (!blankRight && Characters.isBlank(right[bEnd - 1]) && !blankLeft) {
                    bEnd--;
                }
            }
        }
        edits.add(a);
        edits.add(aEnd);
        edits.add(b);
        edits.add(bEnd);
    }

    private boolean isIgnored(int leftFrom, int leftTo, int rightFrom, int rightTo, int rowStart, int rowEnd) {
        boolean atEdge = leftFrom == rowStart || leftTo == rowEnd;
        return switch (whitespace) {
            case EXACT -> false;
            case TRIM -> atEdge || hasLineEnd(left, leftFrom, leftTo) && hasLineEnd(right, rightFrom, rightTo);
            case IGNORE -> hasLineEnd(left, leftFrom, leftTo) == hasLineEnd(right, rightFrom, rightTo) || atEdge;
            case REFLOW ->
                atEdge
                        || leftFrom < leftTo
                                && rightFrom < rightTo
                                && leftUnits.isCut(leftFrom, leftTo) == rightUnits.isCut(rightFrom, rightTo);
        };
    }

    private static boolean isBlank(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Characters.isBlank(text[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasLineEnd(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '\n' || text[i] == '\r') {
                return true;
            }
        }
        return false;
    }
}
