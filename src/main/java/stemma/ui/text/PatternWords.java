package stemma.ui.text;

import java.util.List;
import stemma.prompt.Sentence;

/// What the Java platform says of patterns and replacements as people type them, so that it can be said in other
/// languages.
final class PatternWords {
    private static final List<Sentence> USUAL = List.of(
            Sentence.of("Unclosed group"),
            Sentence.of("Unmatched closing ')'"),
            Sentence.of("Dangling meta character '{0}'"),
            Sentence.of("Unclosed character class"),
            Sentence.of("Illegal character range"),
            Sentence.of("Illegal repetition"),
            Sentence.of("Illegal repetition range"),
            Sentence.of("Unclosed counted closure"),
            Sentence.of("Unescaped trailing backslash"),
            Sentence.of("Illegal/unsupported escape sequence"),
            Sentence.of("Illegal hexadecimal escape sequence"),
            Sentence.of("Illegal Unicode escape sequence"),
            Sentence.of("Unknown inline modifier"),
            Sentence.of("Unknown character property name {0}"),
            Sentence.of("Unclosed character family"),
            Sentence.of("named capturing group is missing trailing '>'"),
            Sentence.of("capturing group name does not start with a Latin letter"),
            Sentence.of("Named capturing group <{0}> is already defined"),
            Sentence.of("named capturing group <{0}> does not exist"),
            Sentence.of("No group {0}"),
            Sentence.of("No group with name {{0}}"),
            Sentence.of("Illegal group reference"),
            Sentence.of("Illegal group reference: group index is missing"),
            Sentence.of("named capturing group has 0 length name"),
            Sentence.of("character to be escaped is missing"));

    private PatternWords() {}

    static Sentence of(String problem) {
        return Sentence.recognised(problem, USUAL);
    }
}
