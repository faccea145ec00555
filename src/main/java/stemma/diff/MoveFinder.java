package stemma.diff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds removed rows that were inserted elsewhere: blocks that are equal, single paragraphs too, then paragraphs
/// that were edited on the way. Used once.
final class MoveFinder {
    /// A block that moved has at least so many visible characters; less could be chance.
    private static final int SMALLEST_BLOCK = 24;

    private static final int FEWEST_WORDS = 3;

    /// A paragraph that was moved and edited has at least so many.
    private static final int SMALLEST_EDITED = 40;

    /// How much of both must be the same words.
    private static final double ALIKE = 0.7;

    /// A word in more rows than this tells nothing about where a row came from.
    private static final int COMMON = 8;

    private static final int MANY = -2;

    private final RowList rows;
    private final Units left;
    private final Units right;
    private final Budget budget;
    private final RowWords words;
    private final Moves moves;

    MoveFinder(RowList rows, Units left, Units right, Budget budget, RowWords words) {
        this.rows = rows;
        this.left = left;
        this.right = right;
        this.budget = budget;
        this.words = words;
        moves = new Moves(rows.count());
    }

    /// Finds the moves and changes the kinds of their rows.
    Moves find() {
        boolean removed = false;
        boolean inserted = false;
        for (int row = 0; row < rows.count(); row++) {
            removed |= rows.kind(row) == RowKind.REMOVED;
            inserted |= rows.kind(row) == RowKind.INSERTED;
        }
        if (removed && inserted) {
            findEqual();
            if (!budget.isSpent()) {
                findEdited();
            }
        }
        return moves;
    }

    private int leftUnit(int row) {
        return rows.get(row, RowList.LEFT_FIRST);
    }

    private int rightUnit(int row) {
        return rows.get(row, RowList.RIGHT_FIRST);
    }

    private void findEqual() {
        Map<Integer, Integer> removed = new HashMap<>();
        Map<Integer, Integer> inserted = new HashMap<>();
        for (int row = 0; row < rows.count(); row++) {
            switch (rows.kind(row)) {
                case REMOVED -> removed.merge(left.id(leftUnit(row)), row, (_, _) -> MANY);
                case INSERTED -> inserted.merge(right.id(rightUnit(row)), row, (_, _) -> MANY);
                default -> {}
            }
        }
        for (int here = 0; here < rows.count(); here++) {
            if (rows.kind(here) != RowKind.INSERTED || right.isBlank(rightUnit(here))) {
                continue;
            }
            int id = right.id(rightUnit(here));
            int away = removed.getOrDefault(id, MANY);
            if (away >= 0 && inserted.get(id) == here && rows.kind(away) == RowKind.REMOVED) {
                block(away, here);
            }
        }
    }

    /// Takes all equal rows around a pair, if they are enough.
    private void block(int away, int here) {
        int before = 0;
        while (isSame(away - before - 1, here - before - 1)) {
            before++;
        }
        int after = 1;
        while (isSame(away + after, here + after)) {
            after++;
        }
        int visible = 0;
        int wordCount = 0;
        for (int step = -before; step < after && (visible < SMALLEST_BLOCK || wordCount < FEWEST_WORDS); step++) {
            int unit = leftUnit(away + step);
            visible += words.visible(left, unit);
            wordCount += words.count(left, unit);
        }
        if (visible >= SMALLEST_BLOCK && wordCount >= FEWEST_WORDS) {
            for (int step = -before; step < after; step++) {
                link(away + step, here + step, words.edits(leftUnit(away + step), rightUnit(here + step)));
            }
        }
    }

    private boolean isSame(int away, int here) {
        return away >= 0
                && here >= 0
                && away < rows.count()
                && here < rows.count()
                && rows.kind(away) == RowKind.REMOVED
                && rows.kind(here) == RowKind.INSERTED
                && left.id(leftUnit(away)) == right.id(rightUnit(here));
    }

    private void link(int away, int here, List<Edit> edits) {
        moves.link(away, here, edits);
        rows.setKind(away, RowKind.MOVED_AWAY);
        rows.setKind(here, RowKind.MOVED_HERE);
    }

    private void findEdited() {
        Map<Integer, IntList> rowsByWord = new HashMap<>();
        for (int here = 0; here < rows.count(); here++) {
            if (rows.kind(here) == RowKind.INSERTED && words.visible(right, rightUnit(here)) >= SMALLEST_EDITED) {
                for (int id : words.distinct(right, rightUnit(here))) {
                    rowsByWord.computeIfAbsent(id, _ -> new IntList(4)).add(here);
                }
            }
        }
        if (rowsByWord.isEmpty()) {
            return;
        }
        Map<Integer, Integer> shared = new HashMap<>();
        for (int away = 0; away < rows.count(); away++) {
            if (rows.kind(away) != RowKind.REMOVED || words.visible(left, leftUnit(away)) < SMALLEST_EDITED) {
                continue;
            }
            if (budget.isSpent()) {
                return;
            }
            shared.clear();
            for (int id : words.distinct(left, leftUnit(away))) {
                IntList holders = rowsByWord.get(id);
                if (holders != null && holders.size() <= COMMON) {
                    for (int k = 0; k < holders.size(); k++) {
                        shared.merge(holders.get(k), words.weight(id), Integer::sum);
                    }
                }
            }
            takeBest(away, shared);
        }
    }

    private void takeBest(int away, Map<Integer, Integer> shared) {
        int best = -1;
        int most = 0;
        for (Map.Entry<Integer, Integer> candidate : shared.entrySet()) {
            int here = candidate.getKey();
            boolean free = rows.kind(here) == RowKind.INSERTED;
            int weight = candidate.getValue();
            if (free && (weight > most || weight == most && here < best)) {
                best = here;
                most = weight;
            }
        }
        if (best >= 0 && words.likeness(leftUnit(away), rightUnit(best)) >= ALIKE) {
            link(away, best, words.edits(leftUnit(away), rightUnit(best)));
        }
    }
}
