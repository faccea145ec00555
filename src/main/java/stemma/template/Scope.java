package stemma.template;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stemma.prompt.Json;

/// What names mean at one place of a text.
///
/// @param outer the scope around this one; none for the caller's values
/// @param names what the text bound here
/// @param context the current item of a section, or the caller's values
record Scope(@Nullable Scope outer, Map<String, Json> names, Json context) {
    static Scope root(Map<String, Json> values) {
        return new Scope(null, new HashMap<>(), new Json.Object(values));
    }

    /// With another context.
    Scope inside(@Nullable Json item) {
        return new Scope(this, new HashMap<>(), item == null ? context : item);
    }

    /// With the same context.
    Scope inner() {
        return inside(null);
    }

    Json root() {
        Scope scope = this;
        while (scope.outer != null) {
            scope = scope.outer;
        }
        return scope.context;
    }
}
