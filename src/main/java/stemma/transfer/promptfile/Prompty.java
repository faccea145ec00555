package stemma.transfer.promptfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stemma.markdown.FormatException;
import stemma.prompt.Content;
import stemma.prompt.Example;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.Sentence;
import stemma.prompt.Variable;
import stemma.transfer.promptfile.PromptFile.Gathered;

/// `.prompty` in its three forms: of 2026 (`model.options`, `inputs.x.kind`), the one before (`model.api`), and the first
/// (`model.configuration`, `model.parameters`, `inputs.x.type`, `sample`).
final class Prompty {
    private static final Set<String> FENCES = Set.of("---", "+++");
    private static final Pattern ROLE = Pattern.compile(
            "[ \\t]*+#?[ \\t]*+(system|user|assistant)[ \\t]*+(?:\\[([^\\]\\n]*+)])?[ \\t]*+:[ \\t]*+\\r?",
            Pattern.CASE_INSENSITIVE);
    private static final String USUAL_SYNTAX = "jinja2";
    private static final String USUAL_PARSER = "prompty";

    private final Gathering gathering = new Gathering("prompty");
    private final Fields fields;
    private final String body;

    private Prompty(Fenced file) {
        this.fields = gathering.open(file.front());
        this.body = file.body();
    }

    /// @throws FormatException naming the line or the field that is wrong
    static Gathered read(String text) throws FormatException {
        return new Prompty(Fenced.split(text, FENCES, String::isBlank)).read();
    }

    private Gathered read() throws FormatException {
        Optional<String> name = fields.text("name");
        Optional<String> displayName = fields.text("displayName");
        gathering.named(name);
        gathering.titled(displayName.or(() -> name));
        if (displayName.isPresent() && name.isPresent()) {
            fields.keep("name", new Json.Text(name.get()));
        }
        gathering.described(fields.text("description"));
        model();
        inputs();
        sample();
        Optional<Json.Object> metadata = fields.mapping("metadata");
        if (metadata.isPresent()) {
            fields.keep("metadata", gathering.own(metadata.get()));
        }
        String syntax = syntax();
        List<Message> messages = messages();
        return gathering.content(syntax, messages, fields.left());
    }

    private void model() throws FormatException {
        Json value = fields.take("model").orElse(new Json.Null());
        if (!(value instanceof Json.Object mapping)) {
            gathering.model(Fields.scalar("model", value));
            return;
        }
        Fields model = new Fields("model.", mapping);
        gathering.model(model.text("id"));
        for (String settings : List.of("options", "parameters")) {
            Optional<Json.Object> found = model.mapping(settings);
            if (found.isPresent()) {
                model.keep(settings, gathering.settings(found.get()));
            }
        }
        fields.keep("model", model.left());
    }

    private void inputs() throws FormatException {
        Map<String, Json> rest = new LinkedHashMap<>();
        switch (fields.take("inputs").orElse(new Json.Null())) {
            case Json.Object byName -> {
                for (Map.Entry<String, Json> input : byName.members().entrySet()) {
                    input(input.getKey(), input.getValue(), rest);
                }
            }
            case Json.Array(List<Json> items) -> {
                for (int i = 0; i < items.size(); i++) {
                    String where = "inputs[" + i + "].";
                    if (!(items.get(i) instanceof Json.Object item)) {
                        throw new FormatException(Sentence.of(
                                "the field \"{0}\" must be a mapping", "inputs[" + i + "]"));
                    }
                    Fields fields = new Fields(where, item);
                    String name = fields.text("name")
                            .orElseThrow(() -> new FormatException(Sentence.of(
                                    "the field \"{0}\" is missing", where + "name")));
                    input(name, fields.left(), rest);
                }
            }
            case Json.Null _ -> {}
            default -> throw new FormatException(Sentence.of(
                    "the field \"{0}\" must be a mapping or a list", "inputs"));
        }
        fields.keep("inputs", new Json.Object(rest));
    }

    private void input(String name, Json value, Map<String, Json> rest) throws FormatException {
        if (!(value instanceof Json.Object mapping)) {
            boolean isNothing = value instanceof Json.Null;
            gathering.variable(new Variable(
                    name, isNothing ? "" : kind(value), false, isNothing ? Optional.empty() : Optional.of(value), ""));
            return;
        }
        Fields input = new Fields("inputs." + name + ".", mapping);
        Optional<String> kind = input.text("kind");
        Optional<String> type = input.text("type");
        gathering.variable(new Variable(
                name,
                kind.or(() -> type).orElse(""),
                input.flag("required", false),
                input.take("default").filter(given -> !(given instanceof Json.Null)),
                input.text("description").orElse("")));
        if (!input.left().isEmpty()) {
            rest.put(name, input.left());
        }
    }

    private static String kind(Json value) {
        return switch (value) {
            case Json.Text _ -> "string";
            case Json.Number(String digits) -> digits.matches("-?\\d+") ? "integer" : "float";
            case Json.Bool _ -> "boolean";
            case Json.Array _ -> "array";
            default -> "object";
        };
    }

    /// Values for the variables; a reference to another file stays what it is.
    private void sample() {
        switch (fields.take("sample").orElse(new Json.Null())) {
            case Json.Object values -> gathering.example(new Example(values, ""));
            case Json.Null _ -> {}
            case Json other -> fields.keep("sample", other);
        }
    }

    private String syntax() throws FormatException {
        Json template = fields.take("template").orElse(new Json.Null());
        if (!(template instanceof Json.Object mapping)) {
            return Fields.scalar("template", template).filter(id -> !id.isBlank()).orElse(USUAL_SYNTAX);
        }
        Fields chosen = new Fields("template.", mapping);
        Optional<String> oldType = chosen.text("type");
        Optional<String> format = kindOf(chosen, "format");
        Optional<String> parser = kindOf(chosen, "parser");
        parser.filter(id -> !id.equals(USUAL_PARSER)).ifPresent(id -> chosen.keep("parser", new Json.Text(id)));
        fields.keep("template", chosen.left());
        return format.or(() -> oldType).filter(id -> !id.isBlank()).orElse(USUAL_SYNTAX);
    }

    /// `format: jinja2` and `format: {kind: jinja2}` say the same; other members are left.
    private static Optional<String> kindOf(Fields chosen, String name) throws FormatException {
        Json value = chosen.take(name).orElse(new Json.Null());
        if (!(value instanceof Json.Object mapping)) {
            return Fields.scalar("template." + name, value);
        }
        Fields inner = new Fields("template." + name + ".", mapping);
        Optional<String> kind = inner.text("kind");
        if (!inner.left().isEmpty()) {
            chosen.keep(name + "Options", inner.left());
        }
        return kind;
    }

    private List<Message> messages() {
        List<Message> messages = new ArrayList<>();
        Map<String, Json> attributes = new LinkedHashMap<>();
        String role = "";
        StringBuilder text = new StringBuilder();
        for (String line : body.split("(?<=\n)")) {
            Matcher marker = ROLE.matcher(line.endsWith("\n") ? line.substring(0, line.length() - 1) : line);
            if (marker.matches()) {
                finish(messages, role, text);
                role = marker.group(1).toLowerCase(Locale.ROOT);
                if (marker.group(2) != null) {
                    attributes.put(Integer.toString(messages.size() + 1), new Json.Text(marker.group(2)));
                }
            } else {
                text.append(line);
            }
        }
        if (role.isEmpty()) {
            return Content.plain(Fenced.trimmed(text.toString())).messages();
        }
        finish(messages, role, text);
        fields.keep("messageAttributes", new Json.Object(attributes));
        return messages;
    }

    /// Text before the first marker is a system message.
    private static void finish(List<Message> messages, String role, StringBuilder text) {
        String whole = Fenced.trimmed(text.toString());
        text.setLength(0);
        if (!role.isEmpty()) {
            messages.add(new Message(role, whole));
        } else if (!whole.isEmpty()) {
            messages.add(new Message(Message.SYSTEM, whole));
        }
    }
}
