package stemma.diff;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import stemma.prompt.Content;
import stemma.prompt.Version;

/// One side of a comparison. Immutable.
///
/// @param tags those on it; empty for what cannot have any, whose tags are not compared
public record Side(Content content, Optional<SortedSet<String>> tags) {
    public Side {
        tags = tags.map(some -> Collections.unmodifiableSortedSet(new TreeSet<>(some)));
    }

    /// A draft, a file or anything else that cannot have tags.
    public static Side of(Content content) {
        return new Side(content, Optional.empty());
    }

    /// A content with its tags.
    public static Side of(Content content, Collection<String> tags) {
        return new Side(content, Optional.of(new TreeSet<>(tags)));
    }

    /// A version with its tags.
    public static Side of(Version version) {
        return of(version.content(), version.info().tags());
    }
}
