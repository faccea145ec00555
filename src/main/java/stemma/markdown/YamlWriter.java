package stemma.markdown;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import stemma.prompt.Json;

/// Writes JSON values as YAML that is good to read and that [YamlReader] reads back to the last character: indented by
/// two blanks, text without quotes where no reader could mistake it, several lines as a literal block.
public final class YamlWriter {
    /// Words, semantic versions and times.
    private static final Pattern PLAIN = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{Nd} _./()'+@%,;!?&=-]*+"
            + "|\\d+\\.\\d+\\.\\d+[A-Za-z0-9.+-]*|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");
    private static final Pattern PLAIN_IN_LIST = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*");
    /// Words that some reader of YAML takes for something else than text.
    private static final Set<String> TAKEN = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");
    /// Longer texts and lists do not stay on one line without need.
    private static final int SHORT = 80;
    /// A longer key must be marked as such; YAML's own limit is 1024 characters.
    private static final int LONGEST_KEY = 500;

    private final StringBuilder out = new StringBuilder();

    private YamlWriter() {}

    /// One line or more for each member, the last one with its line end.
    public static String write(Map<String, Json> members) {
        YamlWriter writer = new YamlWriter();
        writer.members(members, 0, true);
        return writer.out.toString();
    }

    private void members(Map<String, Json> members, int indent, boolean firstIndented) {
        boolean indented = firstIndented;
        for (Map.Entry<String, Json> member : members.entrySet()) {
            if (indented) {
                indent(indent);
            }
            indented = true;
            String key = isPlain(member.getKey(), PLAIN) ? member.getKey() : quoted(member.getKey());
            if (key.length() > LONGEST_KEY) {
                out.append("? ").append(key).append('\n');
                indent(indent);
            } else {
                out.append(key);
            }
            out.append(':');
            value(member.getValue(), indent);
        }
    }

    private void items(List<Json> items, int indent) {
        for (Json item : items) {
            indent(indent);
            out.append('-');
            if (item instanceof Json.Object object && !object.isEmpty()) {
                out.append(' ');
                members(object.members(), indent + 2, false);
            } else {
                value(item, indent);
            }
        }
    }

    /// What follows a `:` or a `-` that stands at the given indentation.
    private void value(Json value, int indent) {
        switch (value) {
            case Json.Object object when object.isEmpty() -> out.append(" {}\n");
            case Json.Object object -> {
                out.append('\n');
                members(object.members(), indent + 2, true);
            }
            case Json.Array array when isShort(array) -> shortArray(array);
            case Json.Array array -> {
                out.append('\n');
                items(array.items(), indent + 2);
            }
            case Json.Text text when isBlock(text.value()) -> block(text.value(), indent + 2);
            case Json.Text text when isPlain(text.value(), PLAIN) ->
                out.append(' ').append(text.value()).append('\n');
            default -> out.append(' ').append(inLine(value)).append('\n');
        }
    }

    private static boolean isShort(Json.Array array) {
        int length = 0;
        for (Json item : array.items()) {
            if (item instanceof Json.Object || item instanceof Json.Array) {
                return false;
            }
            length += item instanceof Json.Text text ? text.value().length() : 5;
            if (length > SHORT) {
                return false;
            }
        }
        return true;
    }

    private void shortArray(Json.Array array) {
        out.append(" [");
        Iterator<Json> items = array.items().iterator();
        while (items.hasNext()) {
            out.append(inLine(items.next())).append(items.hasNext() ? ", " : "");
        }
        out.append("]\n");
    }

    private static String inLine(Json value) {
        return switch (value) {
            case Json.Text text when isPlain(text.value(), PLAIN_IN_LIST) -> text.value();
            case Json.Text text -> quoted(text.value());
            default -> value.compact();
        };
    }

    private static boolean isPlain(String text, Pattern allowed) {
        return text.length() <= SHORT * 10
                && allowed.matcher(text).matches()
                && !text.endsWith(" ")
                && !TAKEN.contains(text.toLowerCase(Locale.ROOT));
    }

    /// Whether a literal block holds the text: several printable lines of which the first begins with a character, at
    /// most one line end at the end.
    private static boolean isBlock(String text) {
        int firstEnd = text.indexOf('\n');
        if (firstEnd <= 0 || Character.isWhitespace(text.charAt(0)) || text.endsWith("\n\n")) {
            return false;
        }
        if (firstEnd == text.length() - 1 && text.length() <= SHORT) {
            return false;
        }
        return text.lines().noneMatch(line -> !line.isEmpty() && line.isBlank())
                && text.chars().allMatch(c -> c == '\n' || c == '\t' || !needsEscape((char) c));
    }

    private void block(String text, int indent) {
        out.append(text.endsWith("\n") ? " |\n" : " |-\n");
        for (String line : text.split("\n", -1)) {
            if (!line.isEmpty()) {
                indent(indent);
            }
            out.append(line).append('\n');
        }
        if (text.endsWith("\n")) {
            out.setLength(out.length() - 1);
        }
    }

    private void indent(int indent) {
        out.repeat(' ', indent);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1))) {
                        quoted.append(c).append(text.charAt(++i));
                    } else if (needsEscape(c) || Character.isSurrogate(c)) {
                        quoted.append(String.format("\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    /// Control characters, other line ends and what YAML does not count as printable.
    private static boolean needsEscape(char c) {
        return c < ' '
                || c >= 0x7F && c <= 0x9F
                || c == '\u2028'
                || c == '\u2029'
                || c == '\uFEFF'
                || c == '\uFFFE'
                || c == '\uFFFF';
    }
}
