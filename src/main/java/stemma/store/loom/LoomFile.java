package stemma.store.loom;

import java.time.Instant;
import java.util.Map;
import stemma.prompt.Version;

/// What one file of the directory says.
sealed interface LoomFile {
    /// A version, without stages and tags.
    ///
    /// @param place the time by which it is ordered
    /// @param parentKnown whether its parent was recorded; loom records none
    /// @param altered whether the content is not the one that Stemma recorded
    record OfVersion(Version version, Instant place, boolean parentKnown, boolean altered) implements LoomFile {}

    /// `_meta.json`; ids and labels as they stand there.
    ///
    /// @param production by id
    /// @param entries by id and label
    record Meta(Map<String, String> production, Map<String, Map<String, LoomMeta.Entry>> entries)
            implements LoomFile {}
}
