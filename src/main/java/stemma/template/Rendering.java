package stemma.template;

import java.util.List;

/// A text with values filled in.
///
/// @param text what the engine would send; what could not be resolved stands in it as written
/// @param missing variables without a value, in the order they were asked for, each once
/// @param problems expressions and tags that were left as written
public record Rendering(String text, List<String> missing, List<Problem> problems) {
    public Rendering {
        missing = List.copyOf(missing);
        problems = List.copyOf(problems);
    }
}
