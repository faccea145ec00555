package stemma.diff;

import java.util.Optional;
import stemma.prompt.Json;

/// One value of a JSON tree that was added, removed or replaced.
///
/// @param left where it stands on the left; of an added one, where its parent stands there, with the name or index it
///     has on the right
/// @param right where it stands on the right; of a removed one, the same the other way round
/// @param before empty when it was added
/// @param after empty when it was removed
public record JsonChange(JsonPath left, JsonPath right, Optional<Json> before, Optional<Json> after) {
    /// The path to show: the right one unless the value was removed.
    public JsonPath path() {
        return after.isPresent() ? right : left;
    }
}
