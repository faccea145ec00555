package stemma.transfer.drift;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import stemma.prompt.PromptId;
import stemma.prompt.Sentence;
import stemma.prompt.VersionLabel;

/// How one prompt stands in two stores.
///
/// @param differences empty when it is the same in both
/// @param here the version to look at in the first store; empty when it has none
/// @param there the version in the second store to compare that with; empty when it has none
/// @param details what differs, a line each, fit to be shown
public record DriftRow(
        PromptId prompt,
        SortedSet<Difference> differences,
        Optional<VersionLabel> here,
        Optional<VersionLabel> there,
        List<Sentence> details) {
    public DriftRow {
        differences = Collections.unmodifiableSortedSet(new TreeSet<>(differences));
        details = List.copyOf(details);
    }

    public boolean isEqual() {
        return differences.isEmpty();
    }
}
