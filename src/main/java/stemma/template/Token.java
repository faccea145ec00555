package stemma.template;

/// A stretch of a text that the template engine does not print as it stands.
///
/// @param kind what it is
/// @param start index of its first `char`
/// @param end index after its last `char`
public record Token(Kind kind, int start, int end) {

    /// What a token is to the engine, and therefore how an editor colours it.
    public enum Kind {
        /// Replaced by a value.
        VARIABLE,
        /// Decides what is printed: a section, a condition, a loop, an assignment.
        TAG,
        /// Not printed.
        COMMENT,
        /// Stands for a character that would otherwise begin a token.
        ESCAPE
    }
}
