package stemma.ui.compare;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import stemma.ui.compare.Blame.Origin;

/// Where the right-hand line of each row of a script is from. Immutable.
final class Origins {
    private final Map<Integer, Origin> ofRow = new HashMap<>();
    private final BitSet starts = new BitSet();

    /// @param blame of the version on the script's right side
    Origins(Script script, Blame blame) {
        Optional<Origin> above = Optional.empty();
        for (Row row : script.rows()) {
            if (!(row instanceof TextRow text)) {
                above = Optional.empty();
            } else if (text.hasRight()) {
                Optional<Origin> origin = text.continues() ? above : newest(text, script, blame);
                if (origin.isPresent()) {
                    ofRow.put(row.index(), origin.get());
                    starts.set(
                            row.index(),
                            above.isEmpty() || above.get().version() != origin.get().version());
                    above = origin;
                }
            }
        }
    }

    /// A row can hold several lines; then the youngest counts.
    private static Optional<Origin> newest(TextRow row, Script script, Blame blame) {
        Optional<Origin> newest = Optional.empty();
        if (row.rightLine().isPresent()) {
            int message = script.messages().get(row.section()).right();
            int first = row.rightLine().getAsInt();
            String text = row.rightText();
            int lines = 1 + (int) text.chars().limit(Math.max(0, text.length() - 1)).filter(c -> c == '\n').count();
            for (int line = first; line < first + lines; line++) {
                Optional<Origin> found = blame.of(message, line);
                if (newest.isEmpty() || found.isPresent() && found.get().version() > newest.get().version()) {
                    newest = found;
                }
            }
        }
        return newest;
    }

    /// Empty for a row that has no line on the right.
    Optional<Origin> of(int row) {
        return Optional.ofNullable(ofRow.get(row));
    }

    /// Whether the line above is from another version, or there is none.
    boolean isStart(int row) {
        return starts.get(row);
    }

    /// The row on whose right side a line stands.
    ///
    /// @param message from 0
    /// @param line from 1
    static OptionalInt rowOf(Script script, int message, int line) {
        int found = -1;
        for (Row row : script.rows()) {
            if (row instanceof TextRow text
                    && text.rightLine().isPresent()
                    && text.rightLine().getAsInt() <= line
                    && script.messages().get(text.section()).right() == message) {
                found = row.index();
            }
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }
}
