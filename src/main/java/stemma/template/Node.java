package stemma.template;

import java.util.List;
import java.util.Optional;

/// A piece of a parsed text, with the stretch of the text that it came from. Nested no deeper than
/// [TemplateBuilder#DEEPEST].
sealed interface Node {
    int start();

    int end();

    /// Printed as it is; `text` differs from the source where an escape was resolved or white space trimmed.
    record Text(int start, int end, String text) implements Node {}

    /// Replaced by a value.
    record Print(int start, int end, Expression value) implements Node {}

    /// The first branch whose condition holds.
    record Choice(int start, int end, List<Branch> branches) implements Node {}

    /// A branch without a condition is the `else`.
    record Branch(Optional<Expression> condition, List<Node> body) {}

    /// Once for each item; `names` are bound to the item, or to its parts when there are several.
    record Loop(int start, int end, List<String> names, Expression items, List<Node> body, List<Node> otherwise)
            implements Node {}

    /// A Mustache section: for each item of a list, once with any other true value as its context.
    record Section(int start, int end, Expression value, List<Node> body) implements Node {}

    /// Go's and Handlebars' `with`: the body with another context, or the alternative when the value is empty.
    record With(int start, int end, Expression value, List<Node> body, List<Node> otherwise) implements Node {}

    /// Binds a name from here to the end of the section around it.
    record Assign(int start, int end, String name, Expression value) implements Node {}

    /// Left as written and reported.
    record Opaque(int start, int end) implements Node {}
}
