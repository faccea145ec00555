package stemma.ui.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import stemma.diff.ChangeList;
import stemma.diff.CompareOptions;
import stemma.diff.Comparison;
import stemma.diff.Row;
import stemma.diff.RowKind;
import stemma.diff.Side;
import stemma.diff.TextDiff;
import stemma.prompt.Message;

/// For each line of a version, the version that brought it. Immutable.
///
/// A line that was edited belongs to the version that edited it last; one that only moved, to the version that wrote
/// it.
final class Blame {
    private final List<int[]> origins;

    private Blame(List<int[]> origins) {
        this.origins = origins;
    }

    /// Walks from the oldest version to the one that is asked about; blocks.
    ///
    /// @param sides reads a version by its place, the oldest at 0
    /// @param version the place of the version that is asked about
    /// @throws java.util.concurrent.CancellationException when it was cancelled
    static Blame of(IntFunction<Side> sides, int version, BooleanSupplier isCancelled) {
        CompareOptions options = CompareOptions.DEFAULT.withCancelled(isCancelled);
        Side last = sides.apply(0);
        List<int[]> origins = new ArrayList<>();
        for (Message message : last.content().messages()) {
            origins.add(new int[lines(message.text(), options)]);
        }
        for (int i = 1; i <= version; i++) {
            Side next = sides.apply(i);
            origins = step(origins, Comparison.of(last, next, options), i, options);
            last = next;
        }
        return new Blame(origins);
    }

    private static int lines(String text, CompareOptions options) {
        List<Row> rows = TextDiff.compare("", text, options).rows();
        return rows.isEmpty() ? 0 : rows.getLast().rightLines().end();
    }

    private static List<int[]> step(
            List<int[]> before, ChangeList changes, int version, CompareOptions options) {
        List<int[]> after = new ArrayList<>();
        List<Message> messages = changes.right().messages();
        for (int i = 0; i < messages.size(); i++) {
            after.add(new int[0]);
        }
        for (MessagePairs.Pair pair : new MessagePairs(changes).inReadingOrder()) {
            if (pair.right() < 0) {
                continue;
            }
            if (pair.left() < 0) {
                int[] all = new int[lines(messages.get(pair.right()).text(), options)];
                Arrays.fill(all, version);
                after.set(pair.right(), all);
            } else if (pair.text().isEmpty()) {
                after.set(pair.right(), before.get(pair.left()));
            } else {
                after.set(pair.right(), lines(before.get(pair.left()), pair.text().get(), version));
            }
        }
        return after;
    }

    private static int[] lines(int[] before, TextDiff text, int version) {
        List<Row> rows = text.rows();
        int[] after = new int[rows.isEmpty() ? 0 : rows.getLast().rightLines().end()];
        Arrays.fill(after, version);
        for (Row row : rows) {
            if (row.kind() == RowKind.EQUAL) {
                copy(before, row, after, row);
            } else if (row.kind() == RowKind.MOVED_HERE && row.edits().isEmpty() && row.partner().isPresent()) {
                copy(before, rows.get(row.partner().getAsInt()), after, row);
            }
        }
        return after;
    }

    private static void copy(int[] before, Row from, int[] after, Row to) {
        int count = Math.min(from.leftLines().count(), to.rightLines().count());
        for (int i = 0; i < count; i++) {
            after[to.rightLines().first() + i] = before[from.leftLines().first() + i];
        }
    }

    /// The place of the version that brought a line.
    ///
    /// @param message the message's place
    /// @param line from 1
    OptionalInt of(int message, int line) {
        return message >= 0 && message < origins.size() && line >= 1 && line <= origins.get(message).length
                ? OptionalInt.of(origins.get(message)[line - 1])
                : OptionalInt.empty();
    }
}
