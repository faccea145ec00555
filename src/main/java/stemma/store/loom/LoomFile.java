package stemma.store.loom;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import stemma.prompt.Version;
import stemma.store.Untold;

/// What one file of the directory says.
sealed interface LoomFile {
    /// A version, without stages and tags.
    ///
    /// @param place the time by which it is ordered
    /// @param parentKnown whether its parent was recorded; loom records none
    /// @param altered whether the content is not the one that Stemma recorded
    /// @param leftovers what the file says besides
    record OfVersion(
            Version version, Instant place, boolean parentKnown, boolean altered, List<Untold> leftovers)
            implements LoomFile {}

    /// `_meta.json`; ids and labels as they stand there.
    ///
    /// @param production by id
    /// @param entries by id and label
    /// @param leftovers what the file says besides
    record Meta(
            Map<String, String> production,
            Map<String, Map<String, LoomMeta.Entry>> entries,
            List<Untold> leftovers)
            implements LoomFile {}
}
