package stemma.prompt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON value (RFC 8259) that loses nothing an author wrote: numbers keep their text (`0.70` stays `0.70`) and
/// members keep their order, while equality ignores that order.
public sealed interface Json {

    /// A string.
    record Text(String value) implements Json {}

    /// A number as it was written; `value` is always a valid JSON number.
    record Number(String value) implements Json {
        /// @throws IllegalArgumentException when the text is no JSON number
        public Number {
            if (!JsonReader.isNumber(value)) {
                throw new IllegalValueException(Sentence.of("\"{0}\" is not a JSON number", value));
            }
        }

        public static Number of(long value) {
            return new Number(Long.toString(value));
        }
    }

    /// `true` or `false`.
    record Bool(boolean value) implements Json {}

    /// `null`.
    record Null() implements Json {}

    /// A list of values.
    record Array(List<Json> items) implements Json {
        public Array {
            items = List.copyOf(items);
        }
    }

    /// Named values in the order they were written.
    record Object(Map<String, Json> members) implements Json {
        /// The object without members.
        public static final Object EMPTY = new Object(Map.of());

        public Object {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        public boolean isEmpty() {
            return members.isEmpty();
        }

        /// The member of this name; an explicit `null` is one.
        public Optional<Json> get(String name) {
            return Optional.ofNullable(members.get(name));
        }
    }

    /// Reads one JSON text.
    ///
    /// @throws JsonException naming line, column and what is wrong; also for a duplicate member name and for
    ///     values nested deeper than [JsonReader#MAX_DEPTH]
    static Json parse(String text) {
        return new JsonReader(text).read();
    }

    /// Reads one JSON text that must be an object.
    ///
    /// @throws JsonException as [#parse(String)], or when the value is of another type
    static Object parseObject(String text) {
        if (parse(text) instanceof Object object) {
            return object;
        }
        throw new JsonException(Sentence.of("a JSON object { … } is expected"), 1, 1);
    }

    /// One line, members in their order.
    default String compact() {
        return JsonWriter.compact(this);
    }

    /// Indented by two blanks, for reading and editing; without a final line end.
    default String pretty() {
        return JsonWriter.pretty(this);
    }

    /// One line with members sorted by name: equal values give equal text.
    default String canonical() {
        return JsonWriter.canonical(this);
    }
}
