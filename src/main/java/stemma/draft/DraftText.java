package stemma.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import stemma.prompt.Content;
import stemma.prompt.Example;
import stemma.prompt.IllegalValueException;
import stemma.prompt.Json;
import stemma.prompt.JsonException;
import stemma.prompt.Message;
import stemma.prompt.Sentence;
import stemma.prompt.Variable;

/// A content as it stands in the editor's fields: everything is text, so a half-typed JSON value is kept as well as a
/// finished one.
public record DraftText(
        String title,
        String description,
        String syntax,
        List<MessageText> messages,
        List<VariableText> variables,
        List<ExampleText> examples,
        String config,
        String metadata) {

    /// A message; the role is empty in a plain prompt.
    public record MessageText(String role, String text) {}

    /// A variable; an empty default means none.
    public record VariableText(String name, String type, boolean required, String defaultValue, String description) {
        /// Whether a caller who gives no value gets one of the type. A type that Stemma does not know fits everything.
        public boolean defaultFits() {
            return readDefault(type, defaultValue)
                    .map(value -> switch (type) {
                        case "string" -> value instanceof Json.Text;
                        case "number" -> value instanceof Json.Number;
                        case "boolean" -> value instanceof Json.Bool;
                        case "array" -> value instanceof Json.Array;
                        case "object" -> value instanceof Json.Object;
                        default -> true;
                    })
                    .orElse(true);
        }
    }

    /// An example; the input is a JSON object.
    public record ExampleText(String input, String output) {}

    /// A field that is not fit to be saved.
    ///
    /// @param field which one, such as `config` or `variables`
    /// @param problem a sentence fit to be shown
    public record Problem(String field, Sentence problem) {}

    public DraftText {
        messages = List.copyOf(messages);
        variables = List.copyOf(variables);
        examples = List.copyOf(examples);
    }

    public static DraftText of(Content content) {
        return new DraftText(
                content.title(),
                content.description(),
                content.syntax(),
                content.messages().stream()
                        .map(message -> new MessageText(message.role(), message.text()))
                        .toList(),
                content.variables().stream().map(DraftText::variableText).toList(),
                content.examples().stream()
                        .map(example -> new ExampleText(jsonText(example.input()), example.output()))
                        .toList(),
                jsonText(content.config()),
                jsonText(content.metadata()));
    }

    private static VariableText variableText(Variable variable) {
        return new VariableText(
                variable.name(),
                variable.type(),
                variable.required(),
                variable.defaultValue().map(value -> defaultText(variable, value)).orElse(""),
                variable.description());
    }

    /// A text default stands without quotes where reading it back gives the same text.
    private static String defaultText(Variable variable, Json value) {
        if (value instanceof Json.Text(String text)
                && readDefault(variable.type(), text).equals(Optional.of(value))) {
            return text;
        }
        return value.compact();
    }

    private static String jsonText(Json.Object json) {
        return json.isEmpty() ? "" : json.pretty();
    }

    /// What keeps this from being saved; empty when [#toContent()] works.
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        check(problems, "config", () -> object(config));
        check(problems, "metadata", () -> object(metadata));
        check(problems, "variables", () -> variables.stream()
                .map(DraftText::variable)
                .toList());
        for (int i = 0; i < examples.size(); i++) {
            ExampleText example = examples.get(i);
            int number = i + 1;
            check(problems, "examples", () -> {
                try {
                    return object(example.input());
                } catch (JsonException e) {
                    throw new IllegalValueException(Sentence.of("example {0}: {1}", number, Sentence.from(e)), e);
                }
            });
        }
        if (problems.isEmpty()) {
            check(problems, "content", this::toContent);
        }
        return problems;
    }

    private static void check(List<Problem> problems, String field, Supplier<?> attempt) {
        try {
            attempt.get();
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(field, Sentence.from(e)));
        }
    }

    /// The content these fields make.
    ///
    /// @throws IllegalArgumentException saying what is wrong, see [#problems()]
    public Content toContent() {
        return new Content(
                title,
                description,
                syntax,
                messages.stream()
                        .map(message -> new Message(message.role(), message.text()))
                        .toList(),
                variables.stream().map(DraftText::variable).toList(),
                examples.stream()
                        .map(example -> new Example(object(example.input()), example.output()))
                        .toList(),
                object(config),
                object(metadata));
    }

    private static Json.Object object(String text) {
        return text.isBlank() ? Json.Object.EMPTY : Json.parseObject(text);
    }

    private static Variable variable(VariableText text) {
        return new Variable(
                text.name(), text.type(), text.required(), readDefault(text.type(), text.defaultValue()),
                text.description());
    }

    /// A default of type `string` is the text itself, unless it stands in quotes; one of another type is JSON where it
    /// can be read as such.
    private static Optional<Json> readDefault(String type, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (type.equals("string") && !text.startsWith("\"")) {
            return Optional.of(new Json.Text(text));
        }
        try {
            return Optional.of(Json.parse(text));
        } catch (JsonException e) {
            return Optional.of(new Json.Text(text));
        }
    }

    Json.Object toJson() {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("title", new Json.Text(title));
        members.put("description", new Json.Text(description));
        members.put("syntax", new Json.Text(syntax));
        members.put("messages", array(messages, message -> texts("role", message.role(), "text", message.text())));
        members.put("variables", array(variables, variable -> {
            Map<String, Json> fields = new LinkedHashMap<>(texts(
                            "name", variable.name(),
                            "type", variable.type(),
                            "default", variable.defaultValue(),
                            "description", variable.description())
                    .members());
            fields.put("required", new Json.Bool(variable.required()));
            return new Json.Object(fields);
        }));
        members.put("examples", array(examples, example -> texts("input", example.input(), "output", example.output())));
        members.put("config", new Json.Text(config));
        members.put("metadata", new Json.Text(metadata));
        return new Json.Object(members);
    }

    private static Json.Object texts(String... namesAndValues) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put(namesAndValues[i], new Json.Text(namesAndValues[i + 1]));
        }
        return new Json.Object(members);
    }

    private static <T> Json.Array array(List<T> items, Function<T, Json> writer) {
        return new Json.Array(items.stream().map(writer).toList());
    }

    static DraftText fromJson(Json.Object json) {
        return new DraftText(
                text(json, "title"),
                text(json, "description"),
                text(json, "syntax"),
                objects(json, "messages").stream()
                        .map(message -> new MessageText(text(message, "role"), text(message, "text")))
                        .toList(),
                objects(json, "variables").stream()
                        .map(variable -> new VariableText(
                                text(variable, "name"),
                                text(variable, "type"),
                                variable.get("required").equals(Optional.of(new Json.Bool(true))),
                                text(variable, "default"),
                                text(variable, "description")))
                        .toList(),
                objects(json, "examples").stream()
                        .map(example -> new ExampleText(text(example, "input"), text(example, "output")))
                        .toList(),
                text(json, "config"),
                text(json, "metadata"));
    }

    private static String text(Json.Object json, String name) {
        return json.get(name).orElse(new Json.Null()) instanceof Json.Text(String value) ? value : "";
    }

    private static List<Json.Object> objects(Json.Object json, String name) {
        if (!(json.get(name).orElse(new Json.Null()) instanceof Json.Array(List<Json> items))) {
            return List.of();
        }
        return items.stream()
                .filter(Json.Object.class::isInstance)
                .map(Json.Object.class::cast)
                .toList();
    }
}
