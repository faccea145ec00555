package stemma.prompt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// Everything an author writes: what a version is a snapshot of.
///
/// @param title a name for people; may be empty
/// @param description what the prompt is for; may be empty
/// @param syntax the id of the template syntax, see `stemma.template`
/// @param messages either one message without a role (a plain prompt) or any number of messages with roles
/// @param variables declared variables, each name once
/// @param examples worked examples
/// @param config the model and its settings
/// @param metadata anything else worth keeping
public record Content(
        String title,
        String description,
        String syntax,
        List<Message> messages,
        List<Variable> variables,
        List<Example> examples,
        Json.Object config,
        Json.Object metadata) {

    /// The template syntax of contents that name none.
    public static final String DEFAULT_SYNTAX = "mustache";

    /// @throws IllegalArgumentException when a message without a role stands among others, a variable is declared
    ///     twice or a text holds half a character
    public Content {
        Text.checked(() -> Sentence.of("the title"), title);
        Text.checked(() -> Sentence.of("the description"), description);
        if (syntax.isBlank()) {
            throw new IllegalValueException(Sentence.of("the template syntax needs a name"));
        }
        messages = List.copyOf(messages);
        variables = List.copyOf(variables);
        examples = List.copyOf(examples);
        if (messages.size() != 1 && messages.stream().anyMatch(Message::isPlain)) {
            throw new IllegalValueException(Sentence.of("each message of a chat prompt needs a role"));
        }
        Set<String> names = new HashSet<>();
        for (Variable variable : variables) {
            if (!names.add(variable.name())) {
                throw new IllegalValueException(Sentence.of("the variable \"{0}\" is declared twice", variable.name()));
            }
        }
    }

    /// A plain prompt of nothing but its text.
    public static Content plain(String text) {
        return ofMessages(List.of(Message.plain(text)));
    }

    /// A chat prompt of nothing but its messages.
    public static Content chat(Message... messages) {
        return ofMessages(List.of(messages));
    }

    private static Content ofMessages(List<Message> messages) {
        return new Content(
                "", "", DEFAULT_SYNTAX, messages, List.of(), List.of(), Json.Object.EMPTY, Json.Object.EMPTY);
    }

    /// Whether it is one text rather than a chat.
    public boolean isPlain() {
        return messages.size() == 1 && messages.getFirst().isPlain();
    }

    public Content withTitle(String newTitle) {
        return new Content(newTitle, description, syntax, messages, variables, examples, config, metadata);
    }

    public Content withMessages(List<Message> newMessages) {
        return new Content(title, description, syntax, newMessages, variables, examples, config, metadata);
    }

    public Content withVariables(List<Variable> newVariables) {
        return new Content(title, description, syntax, messages, newVariables, examples, config, metadata);
    }

    public Content withConfig(Json.Object newConfig) {
        return new Content(title, description, syntax, messages, variables, examples, newConfig, metadata);
    }

    public Content withMetadata(Json.Object newMetadata) {
        return new Content(title, description, syntax, messages, variables, examples, config, newMetadata);
    }

    /// The content as one JSON object; see [ContentJson].
    public Json.Object toJson() {
        return ContentJson.write(this);
    }

    /// The inverse of [#toJson()]; members that are not part of a content are ignored.
    ///
    /// @throws IllegalArgumentException naming the member that is missing, of the wrong type or out of its rules
    public static Content fromJson(Json.Object json) {
        return ContentJson.read(json);
    }

    /// SHA-256 of the canonical JSON form in UTF-8, 64 hexadecimal digits in lower case. Contents that are equal
    /// (the order of config and metadata members does not count) have the same checksum.
    public String checksum() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(toJson().canonical().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
