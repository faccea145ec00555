package stemma.template;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import stemma.prompt.Content;
import stemma.prompt.Json;
import stemma.prompt.Message;

/// Shorthand for the tests of this package.
final class Values {
    private Values() {}

    static Map<String, Json> json(String object) {
        return Json.parseObject(object).members();
    }

    static String render(String syntax, String text, String values) {
        return Syntaxes.of(syntax).render(text, json(values)).text();
    }

    static List<String> missing(String syntax, String text, String values) {
        return Syntaxes.of(syntax).render(text, json(values)).missing();
    }

    static List<String> variables(String syntax, String text) {
        return List.copyOf(Syntaxes.of(syntax).variables(text));
    }

    static List<Problem.Kind> problems(String syntax, String text) {
        return Syntaxes.of(syntax).check(text).stream().map(Problem::kind).toList();
    }

    /// Tokens as `KIND text`.
    static List<String> tokens(String syntax, String text) {
        return Syntaxes.of(syntax).scan(text).stream()
                .map(token -> token.kind() + " " + text.substring(token.start(), token.end()))
                .toList();
    }

    static Content content(String syntax, String... texts) {
        Content chat = Content.chat(Arrays.stream(texts)
                .map(text -> new Message(Message.USER, text))
                .toArray(Message[]::new));
        return new Content(
                "", "", syntax, chat.messages(), List.of(), List.of(), Json.Object.EMPTY, Json.Object.EMPTY);
    }
}
