package stemma.prompt;

import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/// Writes JSON values as text.
final class JsonWriter {
    private final StringBuilder out = new StringBuilder();
    private final boolean indented;
    private final boolean sorted;

    private JsonWriter(boolean indented, boolean sorted) {
        this.indented = indented;
        this.sorted = sorted;
    }

    static String compact(Json value) {
        return new JsonWriter(false, false).write(value, 0).out.toString();
    }

    static String pretty(Json value) {
        return new JsonWriter(true, false).write(value, 0).out.toString();
    }

    static String canonical(Json value) {
        return new JsonWriter(false, true).write(value, 0).out.toString();
    }

    private JsonWriter write(Json value, int level) {
        switch (value) {
            case Json.Text text -> quote(text.value());
            case Json.Number number -> out.append(number.value());
            case Json.Bool bool -> out.append(bool.value());
            case Json.Null _ -> out.append("null");
            case Json.Array array -> array(array, level);
            case Json.Object object -> object(object, level);
        }
        return this;
    }

    private void array(Json.Array array, int level) {
        out.append('[');
        Iterator<Json> items = array.items().iterator();
        while (items.hasNext()) {
            newLine(level + 1);
            write(items.next(), level + 1);
            if (items.hasNext()) {
                out.append(indented ? "," : ", ");
            }
        }
        close(']', level, array.items().isEmpty());
    }

    private void object(Json.Object object, int level) {
        out.append('{');
        Map<String, Json> members = sorted ? new TreeMap<>(object.members()) : object.members();
        Iterator<Map.Entry<String, Json>> entries = members.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, Json> member = entries.next();
            newLine(level + 1);
            quote(member.getKey());
            out.append(": ");
            write(member.getValue(), level + 1);
            if (entries.hasNext()) {
                out.append(indented ? "," : ", ");
            }
        }
        close('}', level, members.isEmpty());
    }

    private void close(char bracket, int level, boolean empty) {
        if (!empty) {
            newLine(level);
        }
        out.append(bracket);
    }

    private void newLine(int level) {
        if (indented) {
            out.append('\n').repeat("  ", level);
        }
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || Character.isSurrogate(c) && !isPaired(text, i)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean isPaired(String text, int at) {
        char c = text.charAt(at);
        return Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
