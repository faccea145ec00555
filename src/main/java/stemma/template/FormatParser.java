package stemma.template;

import java.util.ArrayList;
import java.util.List;
import stemma.template.Expression.Origin;
import stemma.template.Expression.Path;
import stemma.template.Problem.Kind;

/// Python's `str.format`: `{name}`, `{name.member}`, `{name[key]}`, `{name!s}`, `{{` and `}}`. A conversion other
/// than `!s` or a format after a colon is left as written.
final class FormatParser {
    private FormatParser() {}

    static Template parse(String text) {
        TemplateBuilder builder = new TemplateBuilder(text);
        TagScanner scanner = new TagScanner(text, "", "");
        int copied = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c != '{' && c != '}') {
                i++;
                continue;
            }
            if (i + 1 < text.length() && text.charAt(i + 1) == c) {
                builder.text(copied, i);
                builder.token(Token.Kind.ESCAPE, i, i + 2);
                builder.text(i, i + 2, String.valueOf(c));
                i += 2;
                copied = i;
                continue;
            }
            int close = c == '{' ? closing(text, scanner, i + 1) : -1;
            if (close < 0) {
                builder.problem(c == '{' ? Kind.UNCLOSED_TAG : Kind.STRAY_BRACE, i, i + 1);
                i++;
                continue;
            }
            if (field(text, builder, copied, i, close)) {
                copied = close + 1;
            }
            i = close + 1;
        }
        builder.text(copied, text.length());
        return builder.build();
    }

    /// Index of the brace that ends the field, or -1. A format may have fields of its own, one level deep.
    private static int closing(String text, TagScanner scanner, int from) {
        if (scanner.find("}", from) < 0) {
            return -1;
        }
        boolean inFormat = false;
        boolean nested = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '}' && !nested) {
                return i;
            } else if (c == '}') {
                nested = false;
            } else if (c == '{' && (!inFormat || nested)) {
                return -1;
            } else if (c == '{') {
                nested = true;
            } else if (c == ':') {
                inFormat = true;
            }
        }
        return -1;
    }

    /// Adds the field and the text before it; a field without a proper name stays part of the text.
    private static boolean field(String text, TemplateBuilder builder, int copied, int start, int close) {
        int nameEnd = start + 1;
        int nested = -1;
        while (nameEnd < close && "!:".indexOf(text.charAt(nameEnd)) < 0) {
            nameEnd++;
        }
        String whole = text.substring(start + 1, nameEnd);
        int rootEnd = Lexeme.nameEnd(text, start + 1, nameEnd);
        boolean number = isNumber(whole);
        List<String> steps = number ? List.of(whole) : steps(text, start + 1, rootEnd, nameEnd);
        if (steps.isEmpty()) {
            boolean empty = whole.isEmpty() && nameEnd == close;
            builder.problem(empty ? Kind.EMPTY_TAG : Kind.NOT_A_NAME, start, close + 1);
            return false;
        }
        builder.text(copied, start);
        builder.token(Token.Kind.VARIABLE, start, close + 1);
        builder.use(String.join(".", steps), start + 1, steps.getFirst().length(), false);
        String format = text.substring(nameEnd, close);
        for (int brace = format.indexOf('{'); brace >= 0; brace = format.indexOf('{', brace + 1)) {
            nested = nameEnd + brace + 1;
            int nestedEnd = Lexeme.nameEnd(text, nested, close);
            if (nestedEnd > nested) {
                builder.use(text.substring(nested, nestedEnd), nested, nestedEnd - nested, false);
            }
        }
        boolean plain = format.isEmpty() || format.equals("!s");
        builder.add(new Node.Print(
                start, close + 1, plain ? new Path(Origin.NAME, steps) : new Expression.Unknown()));
        return true;
    }

    private static boolean isNumber(String name) {
        return !name.isEmpty() && name.length() < 10 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// The name and its members, or nothing when this is no name.
    private static List<String> steps(String text, int start, int rootEnd, int end) {
        List<String> steps = new ArrayList<>();
        if (rootEnd == start) {
            return List.of();
        }
        steps.add(text.substring(start, rootEnd));
        int i = rootEnd;
        while (i < end) {
            if (text.charAt(i) == '.') {
                int memberEnd = Lexeme.nameEnd(text, i + 1, end);
                if (memberEnd == i + 1) {
                    return List.of();
                }
                steps.add(text.substring(i + 1, memberEnd));
                i = memberEnd;
            } else if (text.charAt(i) == '[') {
                int bracket = text.indexOf(']', i);
                if (bracket < 0 || bracket >= end || bracket == i + 1) {
                    return List.of();
                }
                steps.add(text.substring(i + 1, bracket));
                i = bracket + 1;
            } else {
                return List.of();
            }
        }
        return steps;
    }
}
