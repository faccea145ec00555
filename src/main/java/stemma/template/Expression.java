package stemma.template;

import java.util.List;
import stemma.prompt.Json;

/// What stands between the braces, as far as Stemma resolves it.
sealed interface Expression {

    /// Where a path begins.
    enum Origin {
        /// A name bound in the text, else a value of the caller.
        NAME,
        /// Mustache: a member of the innermost context that has it.
        CONTEXT,
        /// The current context itself.
        DOT,
        /// The caller's values as a whole.
        ROOT
    }

    /// A value and members of it.
    record Path(Origin origin, List<String> steps) implements Expression {
        String shown() {
            return steps.isEmpty() ? "." : String.join(".", steps);
        }
    }

    record Constant(Json value) implements Expression {}

    /// An operator, filter or function by its name.
    record Call(String function, List<Expression> arguments) implements Expression {}

    /// Beyond what Stemma resolves.
    record Unknown() implements Expression {}
}
