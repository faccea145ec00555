package stemma.diff;

import java.util.Arrays;

/// A text cut into what is compared first: its lines, or its paragraphs when line breaks inside them do not count.
/// Knows where each begins and ends and an id that is equal for units that count as equal or only look equal.
final class Units {
    private static final int BLANK_WEIGHT = 1;
    private static final int SHORT_WEIGHT = 6;

    private final char[] text;
    private final Whitespace whitespace;
    private final IntList starts = new IntList(64);
    private final IntList contentEnds = new IntList(64);
    private final IntList firstLines;
    private final IntList ids = new IntList(64);
    private int lineCount;
    private char[] scratch = new char[0];

    Units(char[] text, Whitespace whitespace, Interner interner) {
        this.text = text;
        this.whitespace = whitespace;
        firstLines = new IntList(whitespace == Whitespace.REFLOW ? 64 : 0);
        if (whitespace == Whitespace.REFLOW) {
            cutParagraphs(interner);
        } else {
            cutLines(interner);
        }
        starts.add(text.length);
    }

    char[] text() {
        return text;
    }

    int count() {
        return ids.size();
    }

    /// The ids, valid up to [#count()].
    int[] ids() {
        return ids.array();
    }

    int id(int unit) {
        return ids.get(unit);
    }

    int start(int unit) {
        return starts.get(unit);
    }

    /// Where the line end begins, if there is one.
    int contentEnd(int unit) {
        return contentEnds.get(unit);
    }

    int end(int unit) {
        return starts.get(unit + 1);
    }

    /// The number of the unit's first line, counted from 0; for the unit after the last, the number of lines.
    int firstLine(int unit) {
        if (whitespace != Whitespace.REFLOW) {
            return unit;
        }
        return unit == count() ? lineCount : firstLines.get(unit);
    }

    /// Whether a unit begins behind `from` and not behind `to`.
    boolean isCut(int from, int to) {
        int low = 0;
        int high = count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (start(middle) <= from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < count() && start(low) <= to;
    }

    boolean isBlank(int unit) {
        for (int i = start(unit); i < contentEnd(unit); i++) {
            if (!Characters.isBlank(text[i])) {
                return false;
            }
        }
        return true;
    }

    private void cutLines(Interner interner) {
        int start = 0;
        while (start < text.length) {
            int hash = 0;
            int visible = 0;
            int seen = 0;
            int end = start;
            while (end < text.length) {
                char c = text[end];
                if (c == '\n' || c == '\r') {
                    break;
                }
                hash = 31 * hash + c;
                seen |= c;
                if (c > ' ') {
                    visible++;
                }
                end++;
            }
            int weight = weight(visible);
            boolean asItIs = whitespace == Whitespace.EXACT && (seen < 0x80 || !mayFold(start, end));
            int id = asItIs
                    ? interner.id(text, start, end - start, hash, weight)
                    : normalizedId(start, end, weight, interner);
            starts.add(start);
            contentEnds.add(end);
            ids.add(id);
            start = lineEnd(end);
        }
        lineCount = starts.size();
    }

    /// How much a matched line tells: a blank one next to nothing.
    private static int weight(int visible) {
        if (visible <= 3) {
            return visible == 0 ? BLANK_WEIGHT : SHORT_WEIGHT;
        }
        return 10 + 2 * (32 - Integer.numberOfLeadingZeros(visible));
    }

    /// Behind the line end that begins at `end`.
    private int lineEnd(int end) {
        if (end == text.length) {
            return end;
        }
        return text[end] == '\r' && end + 1 < text.length && text[end + 1] == '\n' ? end + 2 : end + 1;
    }

    private boolean mayFold(int start, int end) {
        for (int i = start; i < end; i++) {
            if (Characters.mayFold(text[i])) {
                return true;
            }
        }
        return false;
    }

    private int normalizedId(int start, int end, int weight, Interner interner) {
        char[] source = text;
        int from = start;
        int to = end;
        if (mayFold(start, end)) {
            source = Characters.folded(new String(text, start, end - start)).toCharArray();
            from = 0;
            to = source.length;
        }
        if (scratch.length < to - from) {
            scratch = new char[(to - from) * 2];
        }
        int length = normalize(source, from, to);
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + scratch[i];
        }
        int known = interner.count();
        int id = interner.id(scratch, 0, length, hash, weight);
        if (id == known) {
            interner.keep(id, Arrays.copyOf(scratch, length));
        }
        return id;
    }

    /// Copies what counts to the scratch array and tells how much that is.
    private int normalize(char[] source, int from, int to) {
        int start = from;
        int end = to;
        if (whitespace != Whitespace.EXACT) {
            while (start < end && Characters.isBlank(source[start])) {
                start++;
            }
            while (start < end && Characters.isBlank(source[end - 1])) {
                end--;
            }
        }
        int length = 0;
        boolean blank = false;
        for (int i = start; i < end; i++) {
            char c = source[i];
            if (whitespace.compareTo(Whitespace.IGNORE) < 0 || !Characters.isBlank(c)) {
                if (blank && whitespace == Whitespace.REFLOW) {
                    scratch[length++] = ' ';
                }
                scratch[length++] = c;
                blank = false;
            } else {
                blank = true;
            }
        }
        return length;
    }

    private void cutParagraphs(Interner interner) {
        int start = 0;
        LineShape before = LineShape.FIRST;
        boolean fenced = false;
        while (start < text.length) {
            int end = start;
            while (end < text.length && text[end] != '\n' && text[end] != '\r') {
                end++;
            }
            LineShape shape = LineShape.of(text, start, end);
            boolean fence = shape == LineShape.FENCE;
            if (fenced && !fence) {
                shape = LineShape.ALONE;
            }
            fenced ^= fence;
            if (!shape.continues(before)) {
                starts.add(start);
                firstLines.add(lineCount);
                contentEnds.add(end);
            } else {
                contentEnds.set(contentEnds.size() - 1, end);
            }
            before = shape;
            lineCount++;
            start = lineEnd(end);
        }
        for (int unit = 0; unit < starts.size(); unit++) {
            int visible = 0;
            for (int i = starts.get(unit); i < contentEnds.get(unit); i++) {
                visible += Characters.isBlank(text[i]) ? 0 : 1;
            }
            ids.add(normalizedId(starts.get(unit), contentEnds.get(unit), weight(visible), interner));
        }
    }
}
