package stemma.store.gojson;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import stemma.prompt.IllegalValueException;
import stemma.prompt.Json;
import stemma.prompt.Sentence;

/// JSON by the rules of Go's `encoding/json`: what `MarshalIndent` with two blanks writes, and how `Unmarshal` finds a
/// struct's fields (whatever the case of their names, the last one counts).
public final class GoJson {
    /// Sorts as Go sorts the keys of a map: by their bytes in UTF-8, which is the order of code points.
    public static final Comparator<String> BY_BYTES = (left, right) -> {
        int at = 0;
        while (at < left.length() && at < right.length() && left.charAt(at) == right.charAt(at)) {
            at++;
        }
        if (at < left.length() && at < right.length()) {
            return Integer.compare(order(left.charAt(at)), order(right.charAt(at)));
        }
        return Integer.compare(left.length(), right.length());
    };

    /// `time.RFC3339Nano`: no more digits than needed.
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendLiteral('Z')
            .toFormatter()
            .withZone(ZoneOffset.UTC);

    /// Go's zero time, which stands for none.
    public static final Instant NO_TIME = Instant.parse("0001-01-01T00:00:00Z");

    private GoJson() {}

    /// Surrogates stand for code points above all other UTF-16 units.
    private static int order(char c) {
        return Character.isSurrogate(c) ? c + 0x10000 : c;
    }

    /// The file's bytes: indented by two blanks, `<`, `>`, `&`, U+2028 and U+2029 escaped, without a final line end.
    /// Members stay in their order and numbers as they were written.
    public static byte[] bytes(Json value) {
        StringBuilder out = new StringBuilder();
        write(out, value, 0);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(StringBuilder out, Json value, int level) {
        switch (value) {
            case Json.Text text -> quote(out, text.value());
            case Json.Array array -> {
                out.append('[');
                Iterator<Json> items = array.items().iterator();
                while (items.hasNext()) {
                    newLine(out, level + 1);
                    write(out, items.next(), level + 1);
                    out.append(items.hasNext() ? "," : "");
                }
                close(out, ']', level, array.items().isEmpty());
            }
            case Json.Object object -> {
                out.append('{');
                Iterator<Map.Entry<String, Json>> members =
                        object.members().entrySet().iterator();
                while (members.hasNext()) {
                    Map.Entry<String, Json> member = members.next();
                    newLine(out, level + 1);
                    quote(out, member.getKey());
                    out.append(": ");
                    write(out, member.getValue(), level + 1);
                    out.append(members.hasNext() ? "," : "");
                }
                close(out, '}', level, object.isEmpty());
            }
            default -> out.append(value.compact());
        }
    }

    private static void close(StringBuilder out, char bracket, int level, boolean empty) {
        if (!empty) {
            newLine(out, level);
        }
        out.append(bracket);
    }

    private static void newLine(StringBuilder out, int level) {
        out.append('\n').repeat("  ", level);
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    boolean half = Character.isSurrogate(c) && !isPaired(text, i);
                    if (c < ' ' || c == '<' || c == '>' || c == '&' || c == '\u2028' || c == '\u2029' || half) {
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
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    /// Reads a file that must hold one object.
    ///
    /// @throws IllegalArgumentException saying what is wrong
    public static Json.Object read(byte[] bytes) {
        try {
            return Json.parseObject(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new IllegalValueException(Sentence.of("it is no text in UTF-8"), e);
        }
    }

    /// The same value with the members of every object in the order of a Go map.
    public static Json sorted(Json value) {
        return switch (value) {
            case Json.Object object -> {
                Map<String, Json> members = new TreeMap<>(BY_BYTES);
                object.members().forEach((name, member) -> members.put(name, sorted(member)));
                yield new Json.Object(members);
            }
            case Json.Array array ->
                new Json.Array(array.items().stream().map(GoJson::sorted).toList());
            default -> value;
        };
    }

    /// A struct's field; empty when it is missing or null.
    public static Optional<Json> field(Json.Object object, String name) {
        return actualName(object, name)
                .flatMap(object::get)
                .filter(value -> !(value instanceof Json.Null));
    }

    private static Optional<String> actualName(Json.Object object, String name) {
        return object.members().keySet().stream()
                .filter(name::equalsIgnoreCase)
                .reduce((_, last) -> last);
    }

    /// A struct's field of text; empty text when it is missing or null.
    ///
    /// @throws IllegalArgumentException when it is of another type
    public static String text(Json.Object object, String name) {
        return switch (field(object, name).orElse(new Json.Text(""))) {
            case Json.Text text -> text.value();
            default -> throw new IllegalValueException(Sentence.of("\"{0}\" must be text", name));
        };
    }

    /// A struct's field that is a struct or a map; empty when it is missing or null.
    ///
    /// @throws IllegalArgumentException when it is of another type
    public static Json.Object object(Json.Object object, String name) {
        return asObject(field(object, name).orElse(Json.Object.EMPTY), name);
    }

    /// @throws IllegalArgumentException when the value is no object
    public static Json.Object asObject(Json value, String name) {
        if (value instanceof Json.Object found) {
            return found;
        }
        throw new IllegalValueException(Sentence.of("\"{0}\" must be an object", name));
    }

    /// A struct's field that is a list; empty when it is missing or null.
    ///
    /// @throws IllegalArgumentException when it is of another type
    public static List<Json> list(Json.Object object, String name) {
        return switch (field(object, name).orElse(new Json.Array(List.of()))) {
            case Json.Array array -> array.items();
            default -> throw new IllegalValueException(Sentence.of("\"{0}\" must be a list", name));
        };
    }

    /// A struct's field that is a list of texts.
    ///
    /// @throws IllegalArgumentException when it is of another type
    public static List<String> texts(Json.Object object, String name) {
        return list(object, name).stream()
                .map(item -> {
                    if (item instanceof Json.Text text) {
                        return text.value();
                    }
                    throw new IllegalValueException(Sentence.of("\"{0}\" must be a list of texts", name));
                })
                .toList();
    }

    public static Json.Array array(Collection<String> texts) {
        return new Json.Array(texts.stream().<Json>map(Json.Text::new).toList());
    }

    /// A struct's field that is a time; [#NO_TIME] when it is missing or null.
    ///
    /// @throws IllegalArgumentException when it is none
    public static Instant time(Json.Object object, String name) {
        if (field(object, name).isEmpty()) {
            return NO_TIME;
        }
        String text = text(object, name);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalValueException(Sentence.of("\"{0}\" is no time: {1}", name, text), e);
        }
    }

    /// Whether a time that is written so can be told by an instant of microseconds and comes back as it is.
    public static boolean isWholeTime(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            return time.getOffset().equals(ZoneOffset.UTC) && time.getNano() % 1_000 == 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /// The names of members that are no fields of a struct.
    public static List<String> unknown(Json.Object object, Collection<String> fields) {
        return object.members().keySet().stream()
                .filter(name -> fields.stream().noneMatch(name::equalsIgnoreCase))
                .toList();
    }

    public static Json.Text time(Instant time) {
        return new Json.Text(TIME.format(time));
    }

    /// The object with one field set, or taken out when the value is empty. One that is there keeps its place and its
    /// name, whatever the case; a new one comes to the place that it has among the names given.
    public static Json.Object with(Json.Object object, List<String> fields, String name, Optional<Json> value) {
        Map<String, Json> members = new LinkedHashMap<>();
        Optional<String> actual = actualName(object, name);
        boolean placed = actual.isPresent() || value.isEmpty();
        int place = fields.indexOf(name);
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            int other = indexOf(fields, member.getKey());
            if (!placed && (other < 0 || other > place)) {
                members.put(name, value.orElseThrow());
                placed = true;
            }
            if (!actual.equals(Optional.of(member.getKey()))) {
                members.put(member.getKey(), member.getValue());
            } else if (value.isPresent()) {
                members.put(member.getKey(), value.get());
            }
        }
        if (!placed) {
            members.put(name, value.orElseThrow());
        }
        return new Json.Object(members);
    }

    private static int indexOf(List<String> fields, String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }
}
