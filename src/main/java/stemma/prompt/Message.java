package stemma.prompt;

import java.util.regex.Pattern;

/// One message of a prompt.
///
/// @param role who speaks: `system`, `user`, `assistant` or another word a model knows; empty for the one message
///     of a plain prompt
/// @param text what is said, kept to the last character
public record Message(String role, String text) {
    public static final String SYSTEM = "system";
    public static final String USER = "user";
    public static final String ASSISTANT = "assistant";

    private static final Pattern ROLE = Pattern.compile("|[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    /// @throws IllegalArgumentException when the role is no word or the text holds half a character
    public Message {
        if (!ROLE.matcher(role).matches()) {
            throw new IllegalValueException(Sentence.of(
                    "role \"{0}\": must be a word of letters, digits, '.', '_' and '-'", Text.shown(role)));
        }
        Text.checked(() -> Sentence.of("the message"), text);
    }

    /// The message of a plain prompt.
    public static Message plain(String text) {
        return new Message("", text);
    }

    /// Whether it has no role, as the one message of a plain prompt.
    public boolean isPlain() {
        return role.isEmpty();
    }
}
