package stemma.store.file;

import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import stemma.markdown.VersionFile;
import stemma.prompt.Content;
import stemma.prompt.Sentence;
import stemma.prompt.VersionLabel;

/// A version as the index knows it, without its content. Immutable but for what it remembers of its content.
final class StoredVersion {
    /// How the file stands to what is remembered of it.
    enum State {
        /// As it was recorded, or not recorded yet.
        SOUND,
        /// Recorded, and changed since.
        EDITED,
        /// Recorded, and not there.
        MISSING,
        /// Not recorded, and not to be read.
        DAMAGED
    }

    final VersionLabel label;
    final Optional<VersionLabel> parent;
    final String author;
    final String message;
    final Instant createdAt;
    /// Whether the version tells its own place among the others, by parent or time.
    final boolean placed;

    final String title;
    /// Tags in the file itself.
    final SortedSet<String> tags;

    final State state;
    /// What is wrong, when the state is not [State#SOUND].
    final Sentence problem;
    /// Of the file as it lies there; empty when it does not.
    final Optional<Stamp> stamp;
    /// What is remembered; empty for a version that was added from outside.
    final Optional<Recorded> recorded;

    private volatile @Nullable String checksum;
    private volatile SoftReference<Content> content = new SoftReference<>(null);

    private StoredVersion(
            VersionFile file,
            VersionLabel label,
            Instant createdAt,
            boolean placed,
            String title,
            State state,
            Sentence problem,
            Optional<Stamp> stamp,
            Optional<Recorded> recorded) {
        this.label = label;
        this.parent = file.parent();
        this.author = file.author();
        this.message = file.message();
        this.createdAt = createdAt;
        this.placed = placed;
        this.title = title;
        this.tags = file.tags();
        this.state = state;
        this.problem = problem;
        this.stamp = stamp;
        this.recorded = recorded;
    }

    /// A version that is not recorded.
    static StoredVersion found(VersionLabel label, VersionFile file, Stamp stamp) {
        StoredVersion version = new StoredVersion(
                file,
                label,
                file.createdAt().orElseGet(stamp::writtenAt),
                file.createdAt().isPresent() || file.parent().isPresent(),
                file.content().title(),
                State.SOUND,
                Sentence.NONE,
                Optional.of(stamp),
                Optional.empty());
        version.remember(file.content());
        return version;
    }

    /// A version that is not recorded and cannot be read.
    static StoredVersion damaged(VersionLabel label, Stamp stamp, CharSequence problem) {
        return new StoredVersion(
                VersionFile.EMPTY,
                label,
                stamp.writtenAt(),
                false,
                "",
                State.DAMAGED,
                Sentence.from(problem),
                Optional.of(stamp),
                Optional.empty());
    }

    /// A recorded version; the file is told as it was recorded, whatever its state.
    static StoredVersion of(Recorded recorded, State state, Sentence problem, Optional<Stamp> stamp) {
        VersionFile told = new VersionFile(
                recorded.parent(),
                recorded.author(),
                recorded.message(),
                Optional.of(recorded.createdAt()),
                recorded.tags(),
                VersionFile.EMPTY.content());
        StoredVersion version = new StoredVersion(
                told,
                recorded.label(),
                recorded.createdAt(),
                true,
                recorded.title(),
                state,
                problem,
                stamp,
                Optional.of(recorded));
        version.checksum = recorded.checksum();
        return version;
    }

    @Nullable String checksum() {
        return checksum;
    }

    @Nullable Content content() {
        return content.get();
    }

    /// Keeps the content for as long as there is memory.
    void remember(Content read) {
        content = new SoftReference<>(read);
    }

    String rememberChecksum(Content read) {
        String computed = read.checksum();
        checksum = computed;
        return computed;
    }
}
