package stemma.template;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import stemma.prompt.Json;

/// How a prompt's text marks its variables. Found by its id through [Syntaxes].
///
/// No method throws on any text, and each takes time proportional to the text's length.
public interface Syntax {
    /// The word that contents carry, such as `mustache`.
    String id();

    /// A name for people.
    String title();

    /// Whether Stemma knows this syntax. One that it does not know finds nothing and fills in nothing.
    default boolean isKnown() {
        return true;
    }

    /// Variables, tags, comments and escapes in the order of the text; they never overlap.
    List<Token> scan(String text);

    /// Every place where the text uses a variable of its caller, in order. Variables that the text itself binds (a
    /// loop's, an assigned one) do not count.
    List<Occurrence> occurrences(String text);

    /// Fills in values. A section whose variable has no value is treated as the engine would (as false) and the
    /// variable reported; any other expression that cannot be resolved stays as written and is reported.
    Rendering render(String text, Map<String, Json> values);

    /// What an engine would stumble over, in the order of the text; the first 1,000 at most.
    List<Problem> check(String text);

    /// The names of [#occurrences(String)], each once, in the order of their first use.
    default Set<String> variables(String text) {
        Set<String> names = new LinkedHashSet<>();
        occurrences(text).forEach(occurrence -> names.add(occurrence.name()));
        return Collections.unmodifiableSet(names);
    }
}
