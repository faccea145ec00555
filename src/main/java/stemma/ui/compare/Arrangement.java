package stemma.ui.compare;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import stemma.diff.RowKind;

/// The rows of a script as one view shows them. Immutable.
final class Arrangement {
    /// Unchanged rows that stay beside a change.
    static final int CONTEXT = 3;
    /// Fewer rows are not worth a fold.
    private static final int FEWEST_FOLDED = 4;

    static final Arrangement EMPTY = new Arrangement(Script.EMPTY, View.SPLIT, all(0));

    private final Script script;
    private final View view;
    private final List<Item> items = new ArrayList<>();
    private final int[] itemOfRow;

    /// @param visible the rows that are not folded away
    private Arrangement(Script script, View view, BitSet visible) {
        this.script = script;
        this.view = view;
        List<Row> rows = script.rows();
        itemOfRow = new int[rows.size()];
        int at = 0;
        while (at < rows.size()) {
            if (visible.get(at)) {
                itemOfRow[at] = items.size();
                show(rows.get(at));
                at++;
                continue;
            }
            int end = at;
            int lines = 0;
            while (end < rows.size() && !visible.get(end)) {
                itemOfRow[end] = items.size();
                lines += rows.get(end) instanceof LineRow line && line.continues() ? 0 : 1;
                end++;
            }
            items.add(new Item.Fold(at, end, lines));
            at = end;
        }
    }

    static BitSet all(int rows) {
        BitSet all = new BitSet(rows);
        all.set(0, rows);
        return all;
    }

    /// Every row.
    static Arrangement whole(Script script, View view) {
        return new Arrangement(script, view, all(script.rows().size()));
    }

    /// Changes with a little of what is around them.
    ///
    /// @param unfolded rows to show in any case
    static Arrangement folded(Script script, View view, BitSet unfolded) {
        List<Row> rows = script.rows();
        BitSet visible = new BitSet(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            if (!isFoldable(rows.get(i))) {
                visible.set(i);
                if (rows.get(i) instanceof LineRow) {
                    showAround(rows, i, visible);
                }
            }
        }
        visible.or(unfolded);
        int hidden = visible.nextClearBit(0);
        while (hidden < rows.size()) {
            int end = visible.nextSetBit(hidden);
            end = end < 0 ? rows.size() : end;
            if (end - hidden < FEWEST_FOLDED) {
                visible.set(hidden, end);
            }
            hidden = visible.nextClearBit(end);
        }
        return new Arrangement(script, view, visible);
    }

    private static boolean isFoldable(Row row) {
        return row instanceof TextRow text && text.kind() == RowKind.EQUAL;
    }

    private static void showAround(List<Row> rows, int change, BitSet visible) {
        int section = rows.get(change).section();
        for (int i = Math.max(0, change - CONTEXT); i <= Math.min(rows.size() - 1, change + CONTEXT); i++) {
            if (rows.get(i).section() == section) {
                visible.set(i);
            }
        }
    }

    private void show(Row row) {
        if (view == View.SPLIT) {
            add(row, Item.Form.SPLIT);
        } else if (view == View.RESULT || !(row instanceof TextRow text)) {
            add(row, Item.Form.MERGED);
        } else if (text.kind() == RowKind.EQUAL || text.kind() == RowKind.CHANGED && text.edits().isEmpty()) {
            add(row, Item.Form.RIGHT);
        } else {
            if (text.hasLeft()) {
                add(row, Item.Form.LEFT);
            }
            if (text.hasRight()) {
                add(row, Item.Form.RIGHT);
            }
        }
    }

    private void add(Row row, Item.Form form) {
        OptionalInt partner = script.partnerOf(row.index());
        boolean isStart = partner.isPresent()
                && (row.index() == 0
                        || script.rows().get(row.index() - 1).glyph() != Glyph.MOVED
                        || script.partnerOf(row.index() - 1).orElse(-2) != partner.getAsInt() - 1);
        items.add(new Item.Shown(row, form, partner, isStart));
    }

    List<Item> items() {
        return items;
    }

    /// The item that shows a row, or the fold that hides it.
    int itemOf(int row) {
        return itemOfRow[row];
    }

    boolean isFolded(int row) {
        return items.get(itemOfRow[row]) instanceof Item.Fold;
    }
}
