package stemma.prompt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads one JSON text (RFC 8259), strictly.
final class JsonReader {
    /// Deeper nesting is refused, so that a hostile text cannot exhaust the stack.
    static final int MAX_DEPTH = 500;

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    static boolean isNumber(String text) {
        JsonReader reader = new JsonReader(text);
        return reader.skipNumber() && reader.at == text.length();
    }

    Json read() {
        Json value = value();
        skipBlanks();
        if (at < text.length()) {
            throw problem(Sentence.of("nothing may follow the value, found {0}", shown()));
        }
        return value;
    }

    private Json value() {
        skipBlanks();
        if (at >= text.length()) {
            throw problem(Sentence.of("a value is missing at the end"));
        }
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new Json.Text(string());
            case 't' -> word("true", new Json.Bool(true));
            case 'f' -> word("false", new Json.Bool(false));
            case 'n' -> word("null", new Json.Null());
            default -> number();
        };
    }

    private Json object() {
        enter();
        Map<String, Json> members = new LinkedHashMap<>();
        if (!skipped('}')) {
            do {
                skipBlanks();
                if (at >= text.length() || text.charAt(at) != '"') {
                    throw problem(Sentence.of("a member name in quotes is expected, found {0}", shown()));
                }
                int nameAt = at;
                String name = string();
                expect(':');
                if (members.put(name, value()) != null) {
                    at = nameAt;
                    throw problem(Sentence.of("the member \"{0}\" stands twice", name));
                }
            } while (skipped(','));
            expect('}');
        }
        depth--;
        return new Json.Object(members);
    }

    private Json array() {
        enter();
        List<Json> items = new ArrayList<>();
        if (!skipped(']')) {
            do {
                items.add(value());
            } while (skipped(','));
            expect(']');
        }
        depth--;
        return new Json.Array(items);
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw problem(Sentence.of("values are nested deeper than {0}", MAX_DEPTH));
        }
        at++;
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw problem(Sentence.of("a value is expected, found {0}", shown()));
        }
        at += word.length();
        return value;
    }

    private Json number() {
        int start = at;
        if (!skipNumber()) {
            at = start;
            throw problem(Sentence.of("a value is expected, found {0}", shown()));
        }
        return new Json.Number(text.substring(start, at));
    }

    private boolean skipNumber() {
        skipIf('-');
        if (skipIf('0')) {
            if (at < text.length() && isDigit(text.charAt(at))) {
                return false;
            }
        } else if (!skipDigits()) {
            return false;
        }
        if (skipIf('.') && !skipDigits()) {
            return false;
        }
        if (skipIf('e') || skipIf('E')) {
            if (!skipIf('+')) {
                skipIf('-');
            }
            return skipDigits();
        }
        return true;
    }

    private boolean skipIf(char wanted) {
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private boolean skipDigits() {
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at > start;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private String string() {
        int start = ++at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                return text.substring(start, at++);
            }
            if (c == '\\') {
                return stringWithEscapes(start);
            }
            checkPlain(c);
            at++;
        }
        throw problem(Sentence.of("a closing quote is missing"));
    }

    private String stringWithEscapes(int start) {
        StringBuilder builder = new StringBuilder(text.substring(start, at));
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"') {
                return builder.toString();
            }
            if (c == '\\') {
                builder.append(escaped());
            } else {
                at--;
                checkPlain(c);
                at++;
                builder.append(c);
            }
        }
        throw problem(Sentence.of("a closing quote is missing"));
    }

    private void checkPlain(char c) {
        if (c < ' ') {
            throw problem(Sentence.of(
                    "a line end or control character inside a string must be written as an escape"));
        }
    }

    private char escaped() {
        if (at >= text.length()) {
            throw problem(Sentence.of("a closing quote is missing"));
        }
        char c = text.charAt(at++);
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hex();
            default -> throw problem(Sentence.of("\\{0} is no escape", c));
        };
    }

    private char hex() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = at < text.length() && text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw problem(Sentence.of("four hexadecimal digits are expected after \\u"));
            }
            value = value * 16 + digit;
            at++;
        }
        return (char) value;
    }

    private boolean skipped(char wanted) {
        skipBlanks();
        return skipIf(wanted);
    }

    private void expect(char wanted) {
        if (!skipped(wanted)) {
            throw problem(Sentence.of("'{0}' is expected, found {1}", wanted, shown()));
        }
    }

    private void skipBlanks() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return;
            }
            at++;
        }
    }

    private Sentence shown() {
        return at >= text.length()
                ? Sentence.of("the end")
                : Sentence.of("'{0}'", Character.toString(text.codePointAt(at)));
    }

    private JsonException problem(Sentence problem) {
        int line = 1;
        int lineStart = 0;
        int end = Math.min(at, text.length());
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new JsonException(problem, line, end - lineStart + 1);
    }
}
