package stemma.prompt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The JSON form of a content, used by stores, drafts and exports alike: members `title`, `description`, `syntax`,
/// `content` (text of a plain prompt) or `messages` (`role`, `text`), `variables` (`name`, `type`, `required`,
/// `default`, `description`), `examples` (`input`, `output`), `config` and `metadata`. What is empty is left out.
final class ContentJson {
    private ContentJson() {}

    static Json.Object write(Content content) {
        Map<String, Json> members = new LinkedHashMap<>();
        putText(members, "title", content.title());
        putText(members, "description", content.description());
        if (!content.syntax().equals(Content.DEFAULT_SYNTAX)) {
            putText(members, "syntax", content.syntax());
        }
        if (content.isPlain()) {
            members.put("content", new Json.Text(content.messages().getFirst().text()));
        } else {
            members.put("messages", array(content.messages(), ContentJson::message));
        }
        if (!content.variables().isEmpty()) {
            members.put("variables", array(content.variables(), ContentJson::variable));
        }
        if (!content.examples().isEmpty()) {
            members.put("examples", array(content.examples(), ContentJson::example));
        }
        if (!content.config().isEmpty()) {
            members.put("config", content.config());
        }
        if (!content.metadata().isEmpty()) {
            members.put("metadata", content.metadata());
        }
        return new Json.Object(members);
    }

    private static Json message(Message message) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("role", new Json.Text(message.role()));
        members.put("text", new Json.Text(message.text()));
        return new Json.Object(members);
    }

    private static Json variable(Variable variable) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("name", new Json.Text(variable.name()));
        putText(members, "type", variable.type());
        if (!variable.required()) {
            members.put("required", new Json.Bool(false));
        }
        variable.defaultValue().ifPresent(value -> members.put("default", value));
        putText(members, "description", variable.description());
        return new Json.Object(members);
    }

    private static Json example(Example example) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("input", example.input());
        members.put("output", new Json.Text(example.output()));
        return new Json.Object(members);
    }

    private static <T> Json array(List<T> items, Function<T, Json> writer) {
        return new Json.Array(items.stream().map(writer).toList());
    }

    private static void putText(Map<String, Json> members, String name, String value) {
        if (!value.isEmpty()) {
            members.put(name, new Json.Text(value));
        }
    }

    static Content read(Json.Object json) {
        return new Content(
                text(json, "title").orElse(""),
                text(json, "description").orElse(""),
                text(json, "syntax").orElse(Content.DEFAULT_SYNTAX),
                messages(json),
                objects(json, "variables").stream().map(ContentJson::readVariable).toList(),
                objects(json, "examples").stream().map(ContentJson::readExample).toList(),
                object(json, "config"),
                object(json, "metadata"));
    }

    private static List<Message> messages(Json.Object json) {
        Optional<String> plain = text(json, "content");
        if (json.get("messages").isEmpty()) {
            return List.of(Message.plain(
                    plain.orElseThrow(() -> new IllegalValueException(Sentence.of(
                            "\"content\" or \"messages\" is missing")))));
        }
        if (plain.isPresent()) {
            throw new IllegalValueException(Sentence.of("\"content\" and \"messages\" must not stand side by side"));
        }
        return objects(json, "messages").stream().map(ContentJson::readMessage).toList();
    }

    /// Other programs write a message's text as `content`; both names are read.
    private static Message readMessage(Json.Object json) {
        String text = text(json, "text")
                .or(() -> text(json, "content"))
                .orElseThrow(() -> new IllegalValueException(Sentence.of("a message has no \"text\"")));
        return new Message(required(json, "role"), text);
    }

    private static Variable readVariable(Json.Object json) {
        return new Variable(
                required(json, "name"),
                text(json, "type").orElse(""),
                flag(json, "required"),
                json.get("default"),
                text(json, "description").orElse(""));
    }

    private static Example readExample(Json.Object json) {
        return new Example(object(json, "input"), text(json, "output").orElse(""));
    }

    private static boolean flag(Json.Object json, String name) {
        return switch (json.get(name).orElse(new Json.Bool(true))) {
            case Json.Bool flag -> flag.value();
            default -> throw new IllegalValueException(Sentence.of("\"{0}\" must be true or false", name));
        };
    }

    private static Optional<String> text(Json.Object json, String name) {
        return switch (json.get(name).orElse(new Json.Null())) {
            case Json.Text text -> Optional.of(text.value());
            case Json.Null _ -> Optional.empty();
            default -> throw new IllegalValueException(Sentence.of("\"{0}\" must be text", name));
        };
    }

    private static String required(Json.Object json, String name) {
        return text(json, name).orElseThrow(() -> new IllegalValueException(Sentence.of("\"{0}\" is missing", name)));
    }

    private static Json.Object object(Json.Object json, String name) {
        return switch (json.get(name).orElse(new Json.Null())) {
            case Json.Object object -> object;
            case Json.Null _ -> Json.Object.EMPTY;
            default -> throw new IllegalValueException(Sentence.of("\"{0}\" must be an object", name));
        };
    }

    private static List<Json.Object> objects(Json.Object json, String name) {
        Json value = json.get(name).orElse(new Json.Null());
        if (value instanceof Json.Null) {
            return List.of();
        }
        if (!(value instanceof Json.Array array)) {
            throw new IllegalValueException(Sentence.of("\"{0}\" must be a list", name));
        }
        List<Json.Object> objects = new ArrayList<>();
        for (Json item : array.items()) {
            if (!(item instanceof Json.Object object)) {
                throw new IllegalValueException(Sentence.of("\"{0}\" must be a list of objects", name));
            }
            objects.add(object);
        }
        return objects;
    }
}
