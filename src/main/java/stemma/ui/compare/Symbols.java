package stemma.ui.compare;

/// Signs for characters that cannot be seen. Each stands for one character, so that positions stay what they were.
final class Symbols {
    private static final char BLANK = '·';
    private static final char TAB = '→';
    private static final char SPECIAL_BLANK = '␣';
    private static final char NO_WIDTH = '¦';
    private static final char RETURN = '␍';
    private static final char NEW_LINE = '↵';
    private static final char CONTROL_PICTURES = '␀';

    private Symbols() {}

    /// The sign for a character; the character itself when it can be seen.
    static char of(char c) {
        return switch (c) {
            case ' ' -> BLANK;
            case '\t' -> TAB;
            case '\r' -> RETURN;
            case '\n' -> NEW_LINE;
            default -> ofSpecial(c);
        };
    }

    /// The sign for a character that even a reader who knows his blanks would not expect.
    static char ofSpecial(char c) {
        if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
            return (char) (CONTROL_PICTURES + c);
        }
        if (c == '\u00A0' || c == '\u202F' || c == '\u2007' || c >= '\u2000' && c <= '\u200A' || c == '\u3000') {
            return SPECIAL_BLANK;
        }
        return isWithoutWidth(c) ? NO_WIDTH : c;
    }

    private static boolean isWithoutWidth(char c) {
        return c == '\uFEFF'
                || c == '\u00AD'
                || c == '\u2060'
                || c >= '\u200B' && c <= '\u200F'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2066' && c <= '\u2069';
    }

    /// As [#ofSpecial(char)], but for a joiner where one sees what it does: after an emoji, or a letter that is not Latin.
    static char ofSpecial(String text, int at) {
        char c = text.charAt(at);
        boolean joins = (c == '\u200C' || c == '\u200D')
                && at > 0
                && text.charAt(at - 1) >= '\u0300'
                && ofSpecial(text.charAt(at - 1)) == text.charAt(at - 1);
        return joins ? c : ofSpecial(c);
    }

    /// Whether a stretch has nothing in it that could be seen.
    static boolean isInvisible(CharSequence text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (of(text.charAt(i)) == text.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
