package stemma.prompt;

/// An exception that says what is wrong in a sentence, so that it can be said in other languages than English. Its
/// message is the same in English.
public interface Explained {
    /// The message, for people of any language.
    Sentence sentence();
}
