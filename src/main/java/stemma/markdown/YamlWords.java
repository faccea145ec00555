package stemma.markdown;

import java.util.List;
import stemma.prompt.Sentence;

/// What the YAML library says of texts as people write them, so that it can be said in other languages.
final class YamlWords {
    private static final List<Sentence> USUAL = List.of(
            Sentence.of("mapping values are not allowed here"),
            Sentence.of("mapping keys are not allowed here"),
            Sentence.of("sequence entries are not allowed here"),
            Sentence.of("could not find expected ':'"),
            Sentence.of("expected the node content, but found '{0}'"),
            Sentence.of("expected <block end>, but found '{0}'"),
            Sentence.of("expected ',' or '}', but got {0}"),
            Sentence.of("expected ',' or ']', but got {0}"),
            Sentence.of("expected '<document start>', but found '{0}'"),
            Sentence.of("found character '{0}' that cannot start any token. (Do not use {0} for indentation)"),
            Sentence.of("found undefined alias {0}"),
            Sentence.of("found unknown escape character {0}"),
            Sentence.of("found unexpected document separator"),
            Sentence.of("found unexpected end of stream"),
            Sentence.of("but found another document"),
            Sentence.of("special characters are not allowed"));

    private YamlWords() {}

    static Sentence of(String problem) {
        return Sentence.recognised(problem, USUAL);
    }
}
