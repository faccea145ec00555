package stemma.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.Tags;

/// Which prompts to list. A prompt is listed when every condition that is given holds.
///
/// @param idPrefix its id begins so, to the letter
/// @param title its head's title holds this, whatever the case
/// @param text its head's messages, title or description, or its id, hold this, whatever the case
/// @param stage one of its versions is in this stage
/// @param tags one of its versions has all of these
/// @param author one of its versions is by this author, to the letter; that version also meets `since` and `until`
/// @param since one of its versions was saved at this time or later
/// @param until that version was saved before this time
/// @param order how to sort
/// @param offset how many to leave out at the beginning, from 0
/// @param limit how many to list, from 1
public record Query(
        Optional<String> idPrefix,
        Optional<String> title,
        Optional<String> text,
        Optional<Stage> stage,
        SortedSet<String> tags,
        Optional<String> author,
        Optional<Instant> since,
        Optional<Instant> until,
        Order order,
        int offset,
        int limit) {

    /// How a list is sorted. Ties are broken by id.
    public enum Order {
        /// By id.
        ID,
        /// By the head's title, whatever the case.
        TITLE,
        /// By the time the head was saved, newest first.
        NEWEST,
        /// By the time the head was saved, oldest first.
        OLDEST;

        /// Sorts a list so.
        public Comparator<PromptSummary> comparator() {
            Comparator<PromptSummary> comparator =
                    switch (this) {
                        case ID -> Comparator.comparing(PromptSummary::id);
                        case TITLE ->
                            Comparator.comparing(summary -> summary.title().toLowerCase(Locale.ROOT));
                        case NEWEST -> Comparator.comparing(PromptSummary::changedAt).reversed();
                        case OLDEST -> Comparator.comparing(PromptSummary::changedAt);
                    };
            return comparator.thenComparing(PromptSummary::id);
        }
    }

    /// How many results a page has when nothing is said.
    public static final int DEFAULT_LIMIT = 200;

    /// @throws IllegalArgumentException when a tag breaks its rules, or offset or limit is out of range
    public Query {
        tags = Tags.of(tags);
        if (offset < 0 || limit < 1) {
            throw new IllegalArgumentException("offset must be 0 or more and limit 1 or more");
        }
    }

    /// Every prompt, by id.
    public static Query all() {
        return new Query(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Tags.of(Set.of()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Order.ID,
                0,
                DEFAULT_LIMIT);
    }

    /// Whether a text holds what is looked for, whatever the case.
    public static boolean holds(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }

    /// Whether a version meets the conditions on author and time.
    public boolean isMetBy(String versionAuthor, Instant savedAt) {
        return author.map(versionAuthor::equals).orElse(true)
                && since.map(from -> !savedAt.isBefore(from)).orElse(true)
                && until.map(savedAt::isBefore).orElse(true);
    }

    /// The same with this condition in place of the one on the id.
    public Query withIdPrefix(String prefix) {
        return new Query(
                Optional.of(prefix), title, text, stage, tags, author, since, until, order, offset, limit);
    }

    /// The same with this condition in place of the one on the title.
    public Query withTitle(String wanted) {
        return new Query(
                idPrefix, Optional.of(wanted), text, stage, tags, author, since, until, order, offset, limit);
    }

    /// The same with this condition in place of the one on the text.
    public Query withText(String wanted) {
        return new Query(
                idPrefix, title, Optional.of(wanted), stage, tags, author, since, until, order, offset, limit);
    }

    /// The same with this condition in place of the one on the stage.
    public Query withStage(Stage wanted) {
        return new Query(idPrefix, title, text, Optional.of(wanted), tags, author, since, until, order, offset, limit);
    }

    /// The same with this condition in place of the one on tags.
    ///
    /// @throws IllegalArgumentException when a tag breaks its rules
    public Query withTags(Collection<String> wanted) {
        return new Query(idPrefix, title, text, stage, Tags.of(wanted), author, since, until, order, offset, limit);
    }

    /// The same with this condition in place of the one on the author.
    public Query withAuthor(String wanted) {
        return new Query(idPrefix, title, text, stage, tags, Optional.of(wanted), since, until, order, offset, limit);
    }

    /// The same with this condition in place of the one on the time.
    ///
    /// @param from this time or later
    /// @param to before this time
    public Query withTime(Optional<Instant> from, Optional<Instant> to) {
        return new Query(idPrefix, title, text, stage, tags, author, from, to, order, offset, limit);
    }

    /// The same in another order.
    public Query withOrder(Order wanted) {
        return new Query(idPrefix, title, text, stage, tags, author, since, until, wanted, offset, limit);
    }

    /// Another page of the same.
    ///
    /// @throws IllegalArgumentException when the offset is below 0 or the limit below 1
    public Query withPage(int newOffset, int newLimit) {
        return new Query(idPrefix, title, text, stage, tags, author, since, until, order, newOffset, newLimit);
    }
}
