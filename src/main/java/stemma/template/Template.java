package stemma.template;

import java.util.List;

/// What a parser made of a text.
record Template(List<Token> tokens, List<Occurrence> occurrences, List<Problem> problems, List<Node> nodes) {}
