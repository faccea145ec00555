package stemma.template;

import java.util.ArrayList;
import java.util.List;

/// A word of the small languages inside tags.
///
/// @param kind what it is
/// @param text a string without its quotes and escapes; otherwise as written
/// @param start index of its first `char` in the whole text
/// @param end index after its last `char`
record Lexeme(Kind kind, String text, int start, int end) {
    enum Kind {
        NAME,
        NUMBER,
        STRING,
        MARK
    }

    private static final List<String> LONG_MARKS = List.of("==", "!=", "<=", ">=", ":=", "//", "**");

    boolean is(String mark) {
        return kind == Kind.MARK && text.equals(mark);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    /// The words of `text` from `start` to `end`. Any text has words: what is no name, number or string is a mark.
    static List<Lexeme> read(String text, int start, int end) {
        List<Lexeme> lexemes = new ArrayList<>();
        int i = start;
        while (i < end) {
            int c = text.codePointAt(i);
            if (Character.isWhitespace(c)) {
                i += Character.charCount(c);
                continue;
            }
            Lexeme next;
            if (isNameStart(c)) {
                int nameEnd = nameEnd(text, i, end);
                next = new Lexeme(Kind.NAME, text.substring(i, nameEnd), i, nameEnd);
            } else if (c >= '0' && c <= '9') {
                int numberEnd = numberEnd(text, i, end);
                next = new Lexeme(Kind.NUMBER, text.substring(i, numberEnd), i, numberEnd);
            } else if (c == '"' || c == '\'' || c == '`') {
                next = string(text, i, end);
            } else {
                next = mark(text, i, end);
            }
            lexemes.add(next);
            i = next.end();
        }
        return lexemes;
    }

    static boolean isNameStart(int c) {
        return c == '_' || Character.isLetter(c);
    }

    /// Index after the name that starts at `start`; `start` itself when none does.
    static int nameEnd(String text, int start, int end) {
        int i = start;
        while (i < end) {
            int c = text.codePointAt(i);
            if (!(i == start ? isNameStart(c) : isNameStart(c) || Character.isDigit(c))) {
                break;
            }
            i += Character.charCount(c);
        }
        return Math.min(i, end);
    }

    private static int numberEnd(String text, int start, int end) {
        int i = start;
        while (i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        if (i + 1 < end && text.charAt(i) == '.' && text.charAt(i + 1) >= '0' && text.charAt(i + 1) <= '9') {
            i++;
            while (i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                i++;
            }
        }
        return i;
    }

    private static Lexeme string(String text, int start, int end) {
        char quote = text.charAt(start);
        StringBuilder value = new StringBuilder();
        for (int i = start + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == quote) {
                return new Lexeme(Kind.STRING, value.toString(), start, i + 1);
            }
            if (c == '\\' && quote != '`' && i + 1 < end) {
                i++;
                char escaped = text.charAt(i);
                value.append(
                        switch (escaped) {
                            case 'n' -> '\n';
                            case 't' -> '\t';
                            case 'r' -> '\r';
                            default -> escaped;
                        });
            } else {
                value.append(c);
            }
        }
        // Never closed: a mark that no grammar accepts, reaching to the end, so that nothing in it counts as a name.
        return new Lexeme(Kind.MARK, text.substring(start, end), start, end);
    }

    private static Lexeme mark(String text, int start, int end) {
        for (String mark : LONG_MARKS) {
            if (start + mark.length() <= end && text.startsWith(mark, start)) {
                return new Lexeme(Kind.MARK, mark, start, start + mark.length());
            }
        }
        int length = Math.min(Character.charCount(text.codePointAt(start)), end - start);
        return new Lexeme(Kind.MARK, text.substring(start, start + length), start, start + length);
    }
}
