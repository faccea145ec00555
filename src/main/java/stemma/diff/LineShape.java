package stemma.diff;

/// What a line is in a text that may be wrapped at any column.
enum LineShape {
    /// No line: what stands before the first.
    FIRST,
    BLANK,
    /// Begins a list item or a quotation, which the next line may continue.
    ITEM,
    /// Opens or closes a block of code.
    FENCE,
    /// A heading, a row of a table, a tag, a line of code: never joined with another line.
    ALONE,
    /// Anything else; continues the line before.
    PROSE;

    /// Whether a line of this shape belongs to the same paragraph as the line before.
    boolean continues(LineShape before) {
        return switch (this) {
            case BLANK -> before == BLANK;
            case PROSE -> before == PROSE || before == ITEM;
            default -> false;
        };
    }

    static LineShape of(char[] text, int start, int end) {
        int from = start;
        while (from < end && Characters.isBlank(text[from])) {
            from++;
        }
        int to = end;
        while (to > from && Characters.isBlank(text[to - 1])) {
            to--;
        }
        if (from == to) {
            return BLANK;
        }
        return switch (text[from]) {
            case '#', '|' -> ALONE;
            case '`', '~' -> isRepeated(text, from, to, 3) ? FENCE : PROSE;
            case '<' -> text[to - 1] == '>' ? ALONE : PROSE;
            case '>' -> ITEM;
            case '-', '*', '+', '=', '_' ->
                to - from >= 3 && isRepeated(text, from, to, to - from)
                        ? ALONE
                        : isBlankOrEnd(text, from + 1, to) ? ITEM : PROSE;
            default -> isNumbered(text, from, to) ? ITEM : PROSE;
        };
    }

    private static boolean isRepeated(char[] text, int from, int to, int times) {
        if (to - from < times) {
            return false;
        }
        for (int i = from; i < from + times; i++) {
            if (text[i] != text[from]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumbered(char[] text, int from, int to) {
        int at = from;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at > from
                && at - from <= 4
                && at < to
                && (text[at] == '.' || text[at] == ')')
                && isBlankOrEnd(text, at + 1, to);
    }

    private static boolean isBlankOrEnd(char[] text, int at, int to) {
        return at >= to || Characters.isBlank(text[at]);
    }
}
