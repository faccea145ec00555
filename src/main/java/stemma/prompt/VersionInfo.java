package stemma.prompt;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What is known of a version besides its content. Label to time never change; tags and stages are as they were
/// when the version was read.
///
/// @param parent the version it was made from; the first version of a prompt has none
/// @param checksum [Content#checksum()] of its content
/// @param author who saved it; may be empty
/// @param message why; may be empty
/// @param createdAt when it was saved, to the microsecond
public record VersionInfo(
        PromptId prompt,
        VersionLabel label,
        Optional<VersionLabel> parent,
        String checksum,
        String author,
        String message,
        Instant createdAt,
        SortedSet<String> tags,
        SortedSet<Stage> stages) {

    public VersionInfo {
        tags = Tags.of(tags);
        stages = Collections.unmodifiableSortedSet(new TreeSet<>(stages));
    }

    public VersionInfo withTags(Set<String> newTags) {
        return new VersionInfo(
                prompt, label, parent, checksum, author, message, createdAt, Tags.of(newTags), stages);
    }

    public VersionInfo withStages(Set<Stage> newStages) {
        return new VersionInfo(
                prompt, label, parent, checksum, author, message, createdAt, tags, new TreeSet<>(newStages));
    }

    public VersionInfo withPrompt(PromptId newPrompt) {
        return new VersionInfo(newPrompt, label, parent, checksum, author, message, createdAt, tags, stages);
    }
}
