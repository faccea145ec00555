package stemma.ui.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Everything a compare can show, in reading order, whatever the view: rows, and the changes to step through.
/// Immutable.
final class Script {
    static final Script EMPTY = new Script(List.of(), Map.of(), List.of());

    private final List<Row> rows;
    private final Map<Integer, Integer> partners;
    private final List<Hunk> hunks;
    private final int[] hunkOfRow;
    private final List<MessagePairs.Pair> messages;

    /// Rows that are stepped over in one go.
    ///
    /// @param end exclusive
    record Hunk(int first, int end) {}

    /// @param partners from each moved row to the row where its text stands on the other side
    /// @param messages what the first sections are about, one message each
    Script(List<Row> rows, Map<Integer, Integer> partners, List<MessagePairs.Pair> messages) {
        this.rows = List.copyOf(rows);
        this.messages = List.copyOf(messages);
        this.partners = Map.copyOf(partners);
        this.hunkOfRow = new int[rows.size()];
        this.hunks = List.copyOf(findHunks());
    }

    List<Row> rows() {
        return rows;
    }

    List<Hunk> hunks() {
        return hunks;
    }

    /// What the first sections are about, one message each.
    List<MessagePairs.Pair> messages() {
        return messages;
    }

    boolean isEqual() {
        return hunks.isEmpty();
    }

    /// The change that a row is a part of, from 0.
    OptionalInt hunkOf(int row) {
        return hunkOfRow[row] < 0 ? OptionalInt.empty() : OptionalInt.of(hunkOfRow[row]);
    }

    /// Where a moved row's text stands on the other side.
    OptionalInt partnerOf(int row) {
        Integer partner = partners.get(row);
        return partner == null ? OptionalInt.empty() : OptionalInt.of(partner);
    }

    private List<Hunk> findHunks() {
        List<Hunk> found = new ArrayList<>();
        Arrays.fill(hunkOfRow, -1);
        int at = 0;
        while (at < rows.size()) {
            if (!rows.get(at).isChange()) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < rows.size() && belongs(end, rows.get(at))) {
                end++;
            }
            while (!rows.get(end - 1).isChange()) {
                end--;
            }
            Arrays.fill(hunkOfRow, at, end, found.size());
            found.add(new Hunk(at, end));
            at = end;
        }
        return found;
    }

    /// Whether a row belongs to the same change as the row above it.
    ///
    /// @param first the change's first row
    private boolean belongs(int index, Row first) {
        Row above = rows.get(index - 1);
        Row row = rows.get(index);
        if (above.section() != row.section() || row instanceof FactRow && !(first instanceof HeadingRow)) {
            return false;
        }
        if (above instanceof TextRow last && row instanceof TextRow next && last.diffRow() == next.diffRow()) {
            return true;
        }
        return row.isChange() && (above.glyph() == Glyph.MOVED) == (row.glyph() == Glyph.MOVED);
    }
}
