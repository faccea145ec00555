package stemma.template;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import stemma.prompt.Json;

/// A syntax that is nothing but its parser and its way of printing values.
record ParsedSyntax(String id, String title, Function<String, Template> parser, Wording wording) implements Syntax {
    @Override
    public List<Token> scan(String text) {
        return parser.apply(text).tokens();
    }

    @Override
    public List<Occurrence> occurrences(String text) {
        return parser.apply(text).occurrences();
    }

    @Override
    public Rendering render(String text, Map<String, Json> values) {
        return new Renderer(text, values, wording).render(parser.apply(text).nodes());
    }

    @Override
    public List<Problem> check(String text) {
        return parser.apply(text).problems();
    }
}
