package stemma.ui.opened;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import stemma.prompt.Content;
import stemma.prompt.Message;
import stemma.prompt.Variable;
import stemma.ui.common.Messages;

/// What a content holds, in words.
final class Outline {
    private Outline() {}

    /// What there is beside the text, each under its name; what is empty is left out.
    static Map<String, String> facts(Content content) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "opened.title", content.title());
        put(facts, "opened.description", content.description());
        put(
                facts,
                "opened.variables",
                content.variables().stream().map(Outline::variable).collect(Collectors.joining("\n")));
        put(facts, "opened.config", content.config().isEmpty() ? "" : content.config().compact());
        put(
                facts,
                "opened.examples",
                content.examples().isEmpty() ? "" : Integer.toString(content.examples().size()));
        put(facts, "opened.metadata", content.metadata().isEmpty() ? "" : content.metadata().compact());
        return facts;
    }

    private static void put(Map<String, String> facts, String key, String text) {
        if (!text.isBlank()) {
            facts.put(Messages.text(key), text);
        }
    }

    private static String variable(Variable variable) {
        StringBuilder text = new StringBuilder(variable.name());
        if (!variable.type().isEmpty()) {
            text.append(" · ").append(variable.type());
        }
        text.append(" · ").append(Messages.text(variable.required() ? "opened.required" : "opened.optional"));
        variable.defaultValue().ifPresent(value -> text.append(" · = ").append(value.compact()));
        if (!variable.description().isEmpty()) {
            text.append(" · ").append(variable.description());
        }
        return text.toString();
    }

    /// The messages, each below its role.
    static String text(Content content) {
        return content.messages().stream().map(Outline::message).collect(Collectors.joining("\n\n"));
    }

    private static String message(Message message) {
        return message.isPlain() ? message.text() : "[" + message.role() + "]\n" + message.text();
    }
}
