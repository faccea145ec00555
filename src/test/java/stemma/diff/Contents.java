package stemma.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import stemma.prompt.Content;
import stemma.prompt.Example;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.Variable;

/// Made contents for tests, from a seed.
final class Contents {
    private static final List<String> ROLES = List.of("system", "user", "assistant", "tool");

    private final Texts texts;

    Contents(long seed) {
        texts = new Texts(seed);
    }

    Content any() {
        return new Content(
                text(),
                text(),
                texts.below(4) == 0 ? "jinja" : Content.DEFAULT_SYNTAX,
                messages(),
                variables(),
                examples(),
                object(3),
                object(2));
    }

    /// A content that shares much with another.
    Content near(Content content) {
        Content other = any();
        return new Content(
                pick(content.title(), other.title()),
                pick(texts.edited(content.description(), 1), content.description()),
                pick(content.syntax(), other.syntax()),
                nearMessages(content),
                distinct(shuffled(content.variables(), other.variables())),
                shuffled(content.examples(), other.examples()),
                (Json.Object) near(content.config()),
                (Json.Object) near(content.metadata()));
    }

    private List<Message> nearMessages(Content content) {
        List<Message> messages = new ArrayList<>();
        for (Message message : shuffled(content.messages(), messages())) {
            String role = message.isPlain() || texts.below(6) == 0 ? ROLES.get(texts.below(4)) : message.role();
            messages.add(new Message(role, texts.below(2) == 0 ? message.text() : texts.edited(message.text(), 2)));
        }
        return messages.size() == 1 && texts.below(2) == 0
                ? List.of(Message.plain(messages.getFirst().text()))
                : messages;
    }

    private <T> T pick(T one, T other) {
        return texts.below(3) == 0 ? other : one;
    }

    /// Some of the first list in another order, with some of the second.
    private <T> List<T> shuffled(List<T> items, List<T> others) {
        List<T> result = new ArrayList<>();
        for (T item : items) {
            if (texts.below(5) > 0) {
                result.add(texts.below(4) == 0 ? texts.below(result.size() + 1) : result.size(), item);
            }
        }
        for (T other : others) {
            if (texts.below(3) == 0) {
                result.add(texts.below(result.size() + 1), other);
            }
        }
        return result;
    }

    private List<Variable> distinct(List<Variable> variables) {
        Set<String> names = new LinkedHashSet<>();
        List<Variable> result = new ArrayList<>();
        for (Variable variable : variables) {
            if (names.add(variable.name())) {
                result.add(texts.below(3) == 0 ? variable(variable.name()) : variable);
            }
        }
        return result;
    }

    private String text() {
        return texts.hostile(texts.below(20));
    }

    private List<Message> messages() {
        if (texts.below(3) == 0) {
            return List.of(Message.plain(text()));
        }
        List<Message> messages = new ArrayList<>();
        for (int i = texts.below(6); i > 0; i--) {
            messages.add(new Message(ROLES.get(texts.below(4)), text()));
        }
        return messages;
    }

    private List<Variable> variables() {
        List<Variable> variables = new ArrayList<>();
        for (int i = texts.below(5); i > 0; i--) {
            variables.add(variable("v" + texts.below(12)));
        }
        return distinct(variables);
    }

    private Variable variable(String name) {
        return new Variable(
                name,
                texts.below(2) == 0 ? "" : "string",
                texts.below(2) == 0,
                texts.below(2) == 0 ? Optional.empty() : Optional.of(json(1)),
                texts.below(2) == 0 ? "" : text());
    }

    private List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (int i = texts.below(4); i > 0; i--) {
            examples.add(new Example(object(1), text()));
        }
        return examples;
    }

    private Json.Object object(int depth) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (int i = texts.below(5); i > 0; i--) {
            members.put(texts.below(3) == 0 ? "odd key " + texts.below(3) : "k" + texts.below(6), json(depth - 1));
        }
        return new Json.Object(members);
    }

    private Json json(int depth) {
        return switch (texts.below(depth > 0 ? 7 : 4)) {
            case 0 -> new Json.Number(texts.below(10) + ".50");
            case 1 -> new Json.Text(texts.hostile(3));
            case 2 -> new Json.Bool(texts.below(2) == 0);
            case 3 -> new Json.Null();
            case 4 -> object(depth);
            default -> array(depth);
        };
    }

    private Json.Array array(int depth) {
        List<Json> items = new ArrayList<>();
        for (int i = texts.below(6); i > 0; i--) {
            items.add(json(depth - 1));
        }
        return new Json.Array(items);
    }

    private Json near(Json value) {
        return switch (value) {
            case Json.Object object -> {
                Map<String, Json> members = new LinkedHashMap<>();
                object.members().forEach((name, member) -> {
                    if (texts.below(5) > 0) {
                        members.put(name, near(member));
                    }
                });
                if (texts.below(3) == 0) {
                    members.put("k" + texts.below(6), json(2));
                }
                yield new Json.Object(members);
            }
            case Json.Array array ->
                new Json.Array(shuffled(array.items().stream().map(this::near).toList(), array(2).items()));
            default -> texts.below(8) == 0 ? json(1) : value;
        };
    }
}
