package stemma.prompt;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/// A prompt as a list shows it.
///
/// @param title the title of its head
/// @param head the version that was saved last
/// @param versionCount how many versions it has, at least 1
/// @param stages which version each stage holds
/// @param tags the tags of all its versions
/// @param changedAt when its head was saved
/// @param author who saved its head
public record PromptSummary(
        PromptId id,
        String title,
        VersionLabel head,
        int versionCount,
        SortedMap<Stage, VersionLabel> stages,
        SortedSet<String> tags,
        Instant changedAt,
        String author) {

    public PromptSummary {
        stages = Collections.unmodifiableSortedMap(new TreeMap<Stage, VersionLabel>((Map<Stage, VersionLabel>) stages));
        tags = Tags.of(tags);
    }
}
