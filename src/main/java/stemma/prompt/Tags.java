package stemma.prompt;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Rules for tags, the free words on a version.
///
/// A tag has 1 to [#MAX_LENGTH] characters, no control characters and no comma, and does not begin or end with
/// white space.
public final class Tags {
    /// The longest tag, in UTF-16 units.
    public static final int MAX_LENGTH = 100;

    private Tags() {}

    /// What is wrong with a tag, if anything: a half sentence such as "must not be empty".
    public static Optional<Sentence> problem(String tag) {
        if (tag.isBlank()) {
            return Optional.of(Sentence.of("must not be empty"));
        }
        if (tag.length() > MAX_LENGTH) {
            return Optional.of(Sentence.of("must not be longer than {0} characters", MAX_LENGTH));
        }
        if (!tag.equals(tag.strip())) {
            return Optional.of(Sentence.of("must not begin or end with a blank"));
        }
        if (tag.indexOf(',') >= 0) {
            return Optional.of(Sentence.of("must not hold a comma"));
        }
        for (int at = 0; at < tag.length(); at += Character.charCount(tag.codePointAt(at))) {
            int c = tag.codePointAt(at);
            if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
                return Optional.of(Sentence.of("must not hold control characters"));
            }
        }
        return Optional.empty();
    }

    /// An unmodifiable sorted copy.
    ///
    /// @throws IllegalArgumentException naming the first tag that breaks a rule
    public static SortedSet<String> of(Collection<String> tags) {
        for (String tag : tags) {
            problem(tag).ifPresent(problem -> {
                throw new IllegalValueException(Sentence.of("tag \"{0}\": {1}", Text.shown(tag), problem));
            });
        }
        return Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }
}
