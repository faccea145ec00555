package stemma.store.goprompty;

import java.util.List;
import java.util.Map;
import stemma.prompt.Json;
import stemma.prompt.Version;
import stemma.store.Untold;

/// What one file says.
sealed interface GoPromptyFile {
    /// A version, its tags those of the file.
    ///
    /// @param status as it stands there
    /// @param parentKnown whether its parent was recorded; go-prompty records none
    /// @param altered whether the content is not the one that Stemma recorded
    /// @param config its `prompt_config`, empty when there is none
    /// @param leftovers what the file says besides
    record OfVersion(
            Version version,
            String status,
            boolean parentKnown,
            boolean altered,
            Json.Object config,
            List<Untold> leftovers)
            implements GoPromptyFile {}

    /// `labels.json`: versions by label.
    ///
    /// @param leftovers what the file says besides
    record Labels(Map<String, Long> versions, List<Untold> leftovers) implements GoPromptyFile {}

    /// The highest number that each name ever had, as Stemma keeps it.
    record Numbers(Map<String, Long> highest) implements GoPromptyFile {}
}
