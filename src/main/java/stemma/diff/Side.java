package stemma.diff;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import stemma.prompt.Content;
import stemma.prompt.Version;

/// One side of a comparison: a content and the tags on it.
public record Side(Content content, SortedSet<String> tags) {
    public Side {
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    /// A draft, a file or anything else without tags.
    public static Side of(Content content) {
        return new Side(content, Collections.emptySortedSet());
    }

    public static Side of(Content content, Collection<String> tags) {
        return new Side(content, new TreeSet<>(tags));
    }

    public static Side of(Version version) {
        return new Side(version.content(), version.info().tags());
    }
}
