package stemma.transfer.promptfile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import stemma.markdown.FormatException;
import stemma.prompt.Json;
import stemma.prompt.Sentence;

/// The members of one mapping in a file, taken out one by one. What is left when its reader is done, nobody knew.
final class Fields {
    private final String path;
    private final Map<String, Json> left;

    /// @param path where the mapping stands, such as `model.`; empty at the top
    Fields(String path, Json.Object mapping) {
        this.path = path;
        this.left = new LinkedHashMap<>(mapping.members());
    }

    /// Takes a single value as it was written.
    ///
    /// @throws FormatException naming the field when it is a list or a mapping
    Optional<String> text(String name) throws FormatException {
        Json value = left.get(name);
        Optional<String> text = value == null ? Optional.empty() : scalar(path + name, value);
        left.remove(name);
        return text;
    }

    /// A single value as it was written; nothing for null.
    static Optional<String> scalar(String where, Json value) throws FormatException {
        return switch (value) {
            case Json.Text text -> Optional.of(text.value());
            case Json.Number number -> Optional.of(number.value());
            case Json.Bool bool -> Optional.of(Boolean.toString(bool.value()));
            case Json.Null _ -> Optional.empty();
            default -> throw new FormatException(Sentence.of("the field \"{0}\" must be text", where));
        };
    }

    /// Takes a mapping; nothing for null.
    ///
    /// @throws FormatException naming the field when it is something else
    Optional<Json.Object> mapping(String name) throws FormatException {
        return switch (left.getOrDefault(name, new Json.Null())) {
            case Json.Object object -> {
                left.remove(name);
                yield Optional.of(object);
            }
            case Json.Null _ -> {
                left.remove(name);
                yield Optional.empty();
            }
            default -> throw new FormatException(Sentence.of("the field \"{0}\" must be a mapping", path + name));
        };
    }

    /// Takes a truth value.
    ///
    /// @throws FormatException naming the field when it is something else
    boolean flag(String name, boolean usual) throws FormatException {
        return switch (left.getOrDefault(name, new Json.Null())) {
            case Json.Bool(boolean value) -> {
                left.remove(name);
                yield value;
            }
            case Json.Null _ -> {
                left.remove(name);
                yield usual;
            }
            default -> throw new FormatException(Sentence.of("the field \"{0}\" must be true or false", path + name));
        };
    }

    /// Takes any value.
    Optional<Json> take(String name) {
        return Optional.ofNullable(left.remove(name));
    }

    /// Puts back what was taken but has no place.
    void keep(String name, Json value) {
        if (!(value instanceof Json.Object object && object.isEmpty())) {
            left.put(name, value);
        }
    }

    /// What was not taken.
    Json.Object left() {
        return new Json.Object(left);
    }
}
