package stemma.ui.compare;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stemma.diff.Side;
import stemma.prompt.Content;
import stemma.prompt.Example;
import stemma.prompt.Json;
import stemma.prompt.JsonException;
import stemma.prompt.Message;
import stemma.prompt.Variable;
import stemma.template.Syntax;
import stemma.template.Syntaxes;

/// Both sides as a model would get them: the same sample values filled into both. What has no value stays as it is
/// written, and is coloured as a variable.
final class Rendered {
    private Rendered() {}

    /// What is filled in for each variable of the two sides: what the reader typed, else what the first example that
    /// gives it says, else its default; newer ones win.
    static List<Sample> samples(Content left, Content right, Map<String, String> typed) {
        Map<String, Json> given = given(left, right);
        Set<String> names = new LinkedHashSet<>();
        for (Content content : new Content[] {right, left}) {
            Syntax syntax = Syntaxes.of(content.syntax());
            content.messages().forEach(message -> names.addAll(syntax.variables(message.text())));
        }
        return names.stream()
                .map(name -> typed.containsKey(name)
                        ? new Sample(name, Optional.of(read(typed.get(name), given.get(name))), true)
                        : new Sample(name, Optional.ofNullable(given.get(name)), false))
                .toList();
    }

    private static Map<String, Json> given(Content left, Content right) {
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

    /// A list, an object, a number or a truth value may be typed as JSON; everything else is text, and so is what
    /// stands in for a text.
    private static Json read(String typed, @Nullable Json sample) {
        if (sample instanceof Json.Text) {
            return new Json.Text(typed);
        }
        try {
            Json value = Json.parse(typed);
            return value instanceof Json.Text ? new Json.Text(typed) : value;
        } catch (JsonException e) {
            return new Json.Text(typed);
        }
    }

    static Side fill(Side side, List<Sample> samples) {
        Map<String, Json> values = new LinkedHashMap<>();
        samples.forEach(sample -> sample.value().ifPresent(value -> values.put(sample.variable(), value)));
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
