package stemma.ui.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import stemma.diff.ChangeList;
import stemma.diff.CompareOptions;
import stemma.diff.Row;
import stemma.diff.RowKind;
import stemma.diff.TextDiff;
import stemma.prompt.Content;
import stemma.prompt.Message;

/// For each line of a version, the version that brought it. Immutable.
///
/// A line that was edited belongs to the version that edited it last; one that only moved, to the version that wrote
/// it.
final class Blame {
    private final List<Origin[]> origins;

    /// Where a line is from.
    ///
    /// @param version the place of the version that brought it, the oldest at 0
    /// @param message its message there, from 0
    /// @param line its line there, from 1
    record Origin(int version, int message, int line) {}

    private Blame(List<Origin[]> origins) {
        this.origins = origins;
    }

    /// Of the oldest version, which brought all that it has.
    static Blame ofFirst(Content content, CompareOptions options) {
        List<Origin[]> origins = new ArrayList<>();
        for (Message message : content.messages()) {
            origins.add(own(0, origins.size(), lines(message.text(), options)));
        }
        return new Blame(origins);
    }

    /// Of the version after this one.
    ///
    /// @param changes from this version to that one
    /// @param version its place
    Blame then(ChangeList changes, int version, CompareOptions options) {
        return new Blame(step(origins, changes, version, options));
    }

    private static Origin[] own(int version, int message, int lines) {
        Origin[] all = new Origin[lines];
        Arrays.setAll(all, line -> new Origin(version, message, line + 1));
        return all;
    }

    private static int lines(String text, CompareOptions options) {
        List<Row> rows = TextDiff.compare("", text, options).rows();
        return rows.isEmpty() ? 0 : rows.getLast().rightLines().end();
    }

    private static List<Origin[]> step(
            List<Origin[]> before, ChangeList changes, int version, CompareOptions options) {
        List<Origin[]> after = new ArrayList<>();
        List<Message> messages = changes.right().messages();
        for (int i = 0; i < messages.size(); i++) {
            after.add(new Origin[0]);
        }
        for (MessagePairs.Pair pair : new MessagePairs(changes).inReadingOrder()) {
            if (pair.right() < 0) {
                continue;
            }
            if (pair.left() < 0) {
                int count = lines(messages.get(pair.right()).text(), options);
                after.set(pair.right(), own(version, pair.right(), count));
            } else if (pair.text().isEmpty()) {
                after.set(pair.right(), before.get(pair.left()));
            } else {
                after.set(pair.right(), edited(before.get(pair.left()), pair.text().get(), version, pair.right()));
            }
        }
        return after;
    }

    private static Origin[] edited(Origin[] before, TextDiff text, int version, int message) {
        List<Row> rows = text.rows();
        Origin[] after = own(version, message, rows.isEmpty() ? 0 : rows.getLast().rightLines().end());
        for (Row row : rows) {
            if (row.kind() == RowKind.EQUAL) {
                copy(before, row, after, row);
            } else if (row.kind() == RowKind.MOVED_HERE && row.edits().isEmpty() && row.partner().isPresent()) {
                copy(before, rows.get(row.partner().getAsInt()), after, row);
            }
        }
        return after;
    }

    private static void copy(Origin[] before, Row from, Origin[] after, Row to) {
        int count = Math.min(from.leftLines().count(), to.rightLines().count());
        for (int i = 0; i < count; i++) {
            after[to.rightLines().first() + i] = before[from.leftLines().first() + i];
        }
    }

    /// Where a line is from.
    ///
    /// @param message the message's place
    /// @param line from 1
    Optional<Origin> of(int message, int line) {
        return message >= 0 && message < origins.size() && line >= 1 && line <= origins.get(message).length
                ? Optional.of(origins.get(message)[line - 1])
                : Optional.empty();
    }
}
