package stemma.ui.compare;

import java.util.Optional;
import stemma.prompt.Json;

/// What is filled in for a variable on both sides.
///
/// @param value empty when neither an example, nor a default, nor the reader gives one
/// @param isTyped whether the reader typed it
record Sample(String variable, Optional<Json> value, boolean isTyped) {
    /// The value as a field shows it.
    String text() {
        return value.map(given -> given instanceof Json.Text(String text) ? text : given.compact())
                .orElse("");
    }
}
