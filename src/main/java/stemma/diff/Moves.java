package stemma.diff;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which row stands where else.
final class Moves {
    private final int[] partners;
    private final Map<Integer, List<Edit>> edits = new HashMap<>();

    Moves(int rows) {
        partners = new int[rows];
        Arrays.fill(partners, -1);
    }

    void link(int away, int here) {
        partners[away] = here;
        partners[here] = away;
    }

    void link(int away, int here, List<Edit> inside) {
        link(away, here);
        if (!inside.isEmpty()) {
            edits.put(away, inside);
            edits.put(here, inside);
        }
    }

    /// The row where this row's text stands on the other side, or -1.
    int partner(int row) {
        return partners[row];
    }

    /// What differs between a moved row and its partner.
    List<Edit> edits(int row) {
        return edits.getOrDefault(row, List.of());
    }
}
