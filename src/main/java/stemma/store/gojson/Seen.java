package stemma.store.gojson;

import java.util.Optional;
import stemma.prompt.Sentence;

/// A file as it was last read.
///
/// @param value what it says; empty when that cannot be told
/// @param problem what is wrong with it otherwise
public record Seen<F>(Optional<F> value, Sentence problem) {}
