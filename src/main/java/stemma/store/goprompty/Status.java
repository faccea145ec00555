package stemma.store.goprompty;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import stemma.prompt.IllegalValueException;
import stemma.prompt.Sentence;

/// Where a version is in its life. Stemma shows every status but `active` as a tag, `status:draft`, since both may
/// change while the version stays; setting such a tag, or taking it away, changes the status.
enum Status {
    DRAFT,
    ACTIVE,
    DEPRECATED,
    ARCHIVED;

    private static final String PREFIX = "status:";

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @return empty for a word that is no status
    static Optional<Status> of(String word) {
        return Arrays.stream(values()).filter(status -> status.word().equals(word)).findFirst();
    }

    /// Whether go-prompty lets a version change to another status.
    boolean mayBecome(Status other) {
        return switch (this) {
            case DRAFT -> other == ACTIVE || other == ARCHIVED;
            case ACTIVE -> other == DEPRECATED || other == ARCHIVED;
            case DEPRECATED -> other == ACTIVE || other == ARCHIVED;
            case ARCHIVED -> false;
        };
    }

    /// The tags to show: the version's own without any that looks like a status, and that of its status.
    ///
    /// @param status as it stands in the file; empty in files of old releases
    static Set<String> shown(Collection<String> own, String status) {
        Set<String> tags = new TreeSet<>(own);
        tags.removeIf(tag -> tag.startsWith(PREFIX));
        of(status).filter(known -> known != ACTIVE).ifPresent(known -> tags.add(PREFIX + known.word()));
        return tags;
    }

    /// Whether a tag would be taken for a status.
    static boolean looksLikeOne(String tag) {
        return tag.startsWith(PREFIX);
    }

    /// The tags that are no status.
    static List<String> withoutStatus(Collection<String> tags) {
        return new TreeSet<>(tags).stream().filter(tag -> !tag.startsWith(PREFIX)).toList();
    }

    /// The status that tags ask for.
    ///
    /// @throws IllegalArgumentException when they ask for two, or for one that is none
    static Status wanted(Collection<String> tags) {
        List<String> words = tags.stream()
                .filter(tag -> tag.startsWith(PREFIX))
                .map(tag -> tag.substring(PREFIX.length()))
                .toList();
        if (words.size() > 1) {
            throw new IllegalValueException(Sentence.of(
                    "a version has one status, not {0}",
                    words.stream()
                            .map(Sentence::from)
                            .reduce((some, next) -> Sentence.of("{0} and {1}", some, next))
                            .orElseThrow()));
        }
        return words.isEmpty()
                ? ACTIVE
                : of(words.getFirst())
                        .orElseThrow(() -> new IllegalValueException(Sentence.of(
                                "\"{0}\" is none of draft, active, deprecated and archived", words.getFirst())));
    }
}
