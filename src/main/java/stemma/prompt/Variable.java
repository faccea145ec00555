package stemma.prompt;

import java.util.Optional;

/// A declared template variable.
///
/// @param name as it stands in the template, without its braces; not blank
/// @param type a word such as `string`, `number` or `boolean`; empty when nothing is said
/// @param required whether a caller must give a value
/// @param defaultValue what stands in when the caller gives none
/// @param description for the caller; may be empty
public record Variable(String name, String type, boolean required, Optional<Json> defaultValue, String description) {
    /// @throws IllegalArgumentException when the name is blank or a text holds half a character
    public Variable {
        if (name.isBlank()) {
            throw new IllegalValueException(Sentence.of("a variable needs a name"));
        }
        Text.checked(() -> Sentence.of("a variable's name"), name);
        Text.checked(() -> Sentence.of("the type of variable \"{0}\"", name), type);
        Text.checked(() -> Sentence.of("the description of variable \"{0}\"", name), description);
    }

    /// A required variable of which only the name is known.
    public static Variable named(String name) {
        return new Variable(name, "", true, Optional.empty(), "");
    }
}
