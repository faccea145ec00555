package stemma.transfer.promptfile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stemma.markdown.FormatException;
import stemma.prompt.Json;
import stemma.prompt.Sentence;
import stemma.prompt.Variable;

/// The variables in Dotprompt's `input`: a schema, short (Picoschema) or as JSON Schema, and defaults.
final class InputSchema {
    private static final Set<String> TYPES =
            Set.of("object", "array", "string", "number", "integer", "boolean", "null");
    /// `name?(type, description)`.
    private static final Pattern KEY = Pattern.compile("([^?(]+)(\\?)?(?:\\(([^,)]*)(?:,(.*))?\\))?", Pattern.DOTALL);

    private final Gathering gathering;
    private final Map<String, Json> defaults;
    private final Map<String, Json> rest = new LinkedHashMap<>();

    private InputSchema(Gathering gathering, Json.Object defaults) {
        this.gathering = gathering;
        this.defaults = new LinkedHashMap<>(defaults.members());
    }

    /// Gathers the variables.
    ///
    /// @return what has no place in them
    static Json.Object read(Json.Object input, Gathering gathering) throws FormatException {
        Fields fields = new Fields("input.", input);
        InputSchema schema =
                new InputSchema(gathering, fields.mapping("default").orElse(Json.Object.EMPTY));
        Json value = fields.take("schema").orElse(new Json.Null());
        switch (value) {
            case Json.Object object when isJsonSchema(object) -> {
                schema.properties(object);
                fields.keep("schema", object);
            }
            case Json.Object object -> {
                for (Map.Entry<String, Json> field : object.members().entrySet()) {
                    schema.field(field.getKey(), field.getValue());
                }
                fields.keep("schema", new Json.Object(schema.rest));
            }
            case Json.Null _ -> {}
            // The name of a schema that stands elsewhere.
            case Json.Text _ -> fields.keep("schema", value);
            default -> throw new FormatException(Sentence.of(
                    "the field \"{0}\" must be a mapping or a name", "input.schema"));
        }
        schema.defaults.forEach((name, standIn) ->
                gathering.variable(new Variable(name, "", false, Optional.of(standIn), "")));
        return fields.left();
    }

    private static boolean isJsonSchema(Json.Object schema) {
        return schema.get("properties").map(Json.Object.class::isInstance).orElse(false)
                || schema.get("type").filter(type -> type instanceof Json.Text(String name) && TYPES.contains(name)
                                && !name.equals("string"))
                        .isPresent();
    }

    private void properties(Json.Object schema) throws FormatException {
        Set<String> required = new LinkedHashSet<>();
        if (schema.get("required").orElse(new Json.Null()) instanceof Json.Array(List<Json> names)) {
            for (Json name : names) {
                Fields.scalar("input.schema.required", name).ifPresent(required::add);
            }
        }
        if (schema.get("properties").orElse(new Json.Null()) instanceof Json.Object properties) {
            for (Map.Entry<String, Json> property : properties.members().entrySet()) {
                String name = property.getKey();
                if (!(property.getValue() instanceof Json.Object mapping)) {
                    throw new FormatException(Sentence.of(
                            "the field \"{0}\" must be a mapping", "input.schema.properties." + name));
                }
                Optional<String> type = mapping.get("type")
                        .filter(Json.Text.class::isInstance)
                        .map(text -> ((Json.Text) text).value());
                Optional<String> description = mapping.get("description")
                        .filter(Json.Text.class::isInstance)
                        .map(text -> ((Json.Text) text).value());
                declare(name, type.orElse(""), required.contains(name), description.orElse(""));
            }
        }
    }

    private void field(String key, Json value) throws FormatException {
        Matcher parts = KEY.matcher(key);
        if (!parts.matches() || parts.group(1).isBlank()) {
            rest.put(key, value); // such as (*), which allows any other name
            return;
        }
        String name = parts.group(1).strip();
        boolean isRequired = parts.group(2) == null;
        String type = Optional.ofNullable(parts.group(3)).orElse("").strip();
        String description = Optional.ofNullable(parts.group(4)).orElse("").strip();
        if (value instanceof Json.Object || value instanceof Json.Array) {
            declare(name, type.isEmpty() ? "object" : type, isRequired, description);
            rest.put(key, value);
            return;
        }
        String shown = Fields.scalar("input.schema." + key, value).orElse("");
        if (!type.isEmpty()) {
            declare(name, type, isRequired, description);
            rest.put(key, value);
            return;
        }
        int comma = shown.indexOf(',');
        declare(
                name,
                (comma < 0 ? shown : shown.substring(0, comma)).strip(),
                isRequired,
                comma < 0 ? "" : shown.substring(comma + 1).strip());
    }

    private void declare(String name, String type, boolean isRequired, String description) {
        gathering.variable(new Variable(
                name, type.equals("any") ? "" : type, isRequired, Optional.ofNullable(defaults.remove(name)), description));
    }
}
