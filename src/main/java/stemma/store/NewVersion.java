package stemma.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;

/// A version to append.
///
/// @param base the newest version as the author knows it; empty when the prompt is believed not to exist yet
/// @param label the new version's label, unused so far
/// @param author who; may be empty
/// @param message why; may be empty
/// @param tags tags of the new version
/// @param createdAt the time to record; empty for now. Given when a history is copied from elsewhere
public record NewVersion(
        PromptId prompt,
        Optional<VersionLabel> base,
        VersionLabel label,
        Content content,
        String author,
        String message,
        Set<String> tags,
        Optional<Instant> createdAt) {

    public NewVersion {
        tags = Set.copyOf(tags);
    }

    /// The first version of a new prompt, without tags.
    public static NewVersion first(
            PromptId prompt, VersionLabel label, Content content, String author, String message) {
        return new NewVersion(prompt, Optional.empty(), label, content, author, message, Set.of(), Optional.empty());
    }

    /// A version on top of another, without tags.
    public static NewVersion onTop(
            PromptId prompt, VersionLabel base, VersionLabel label, Content content, String author, String message) {
        return new NewVersion(prompt, Optional.of(base), label, content, author, message, Set.of(), Optional.empty());
    }

    /// The time to record, now where none is given; cut to microseconds, which every store can keep.
    public Instant savedAt(Clock clock) {
        return createdAt.orElseGet(clock::instant).truncatedTo(ChronoUnit.MICROS);
    }

    /// What is recorded of it, in no stage.
    public VersionInfo info(Clock clock) {
        return new VersionInfo(
                prompt,
                label,
                base,
                content.checksum(),
                author,
                message,
                savedAt(clock),
                new TreeSet<>(tags),
                new TreeSet<>());
    }

    /// The same on top of another version.
    public NewVersion withBase(Optional<VersionLabel> newBase) {
        return new NewVersion(prompt, newBase, label, content, author, message, tags, createdAt);
    }

    /// The same with other tags.
    public NewVersion withTags(Set<String> newTags) {
        return new NewVersion(prompt, base, label, content, author, message, newTags, createdAt);
    }
}
