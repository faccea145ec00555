package stemma.ui.compare;

import java.util.LinkedHashMap;
import java.util.Map;
import stemma.diff.Side;
import stemma.prompt.Content;
import stemma.prompt.Example;
import stemma.prompt.Json;
import stemma.prompt.Message;
import stemma.prompt.Variable;
import stemma.template.Syntax;
import stemma.template.Syntaxes;

/// Both sides as a model would get them: the same sample values filled into both. What has no value stays as it is
/// written, and is coloured as a variable.
final class Rendered {
    private Rendered() {}

    /// Values for both sides: from the examples, first come first served, then the defaults; newer ones win.
    static Map<String, Json> samples(Content left, Content right) {
        Map<String, Json> values = new LinkedHashMap<>();
        for (Content content : new Content[] {right, left}) {
            for (Example example : content.examples()) {
                example.input().members().forEach(values::putIfAbsent);
            }
        }
        for (Content content : new Content[] {right, left}) {
            for (Variable variable : content.variables()) {
                variable.defaultValue().ifPresent(value -> values.putIfAbsent(variable.name(), value));
            }
        }
        return values;
    }

    static Side fill(Side side, Map<String, Json> values) {
        Syntax syntax = Syntaxes.of(side.content().syntax());
        Content filled = side.content()
                .withMessages(side.content().messages().stream()
                        .map(message -> new Message(
                                message.role(),
                                syntax.render(message.text(), values).text()))
                        .toList());
        return new Side(filled, side.tags());
    }
}
