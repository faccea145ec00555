package stemma.ui.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// Finds a text in a script, whatever the case. Immutable.
final class Finder {
    static final Finder NOTHING = new Finder("", new int[0]);

    private final String query;
    private final int[] rows;

    private Finder(String query, int[] rows) {
        this.query = query;
        this.rows = rows;
    }

    static Finder find(Script script, String query) {
        if (query.isEmpty()) {
            return NOTHING;
        }
        int[] rows = script.rows().stream()
                .filter(row -> row instanceof LineRow line
                        && (!places(line.leftText(), query).isEmpty()
                                || !places(line.rightText(), query).isEmpty()))
                .mapToInt(Row::index)
                .toArray();
        return new Finder(query, rows);
    }

    /// Where a text stands in another one.
    static List<Integer> places(String text, String query) {
        List<Integer> places = new ArrayList<>();
        int last = text.length() - query.length();
        for (int i = 0; !query.isEmpty() && i <= last; i++) {
            if (text.regionMatches(true, i, query, 0, query.length())) {
                places.add(i);
                i += query.length() - 1;
            }
        }
        return places;
    }

    String query() {
        return query;
    }

    /// How many rows hold the text.
    int count() {
        return rows.length;
    }

    /// How many of those rows stand above a row or are it.
    int countUpTo(int row) {
        int count = 0;
        while (count < rows.length && rows[count] <= row) {
            count++;
        }
        return count;
    }

    /// Whether a row holds the text.
    boolean holds(int row) {
        return Arrays.binarySearch(rows, row) >= 0;
    }

    /// The first row below another one that holds the text; begins again at the top.
    OptionalInt after(int row) {
        return rows.length == 0 ? OptionalInt.empty() : OptionalInt.of(rows[countUpTo(row) % rows.length]);
    }

    /// The last row above another one that holds the text; begins again at the bottom.
    OptionalInt before(int row) {
        return rows.length == 0
                ? OptionalInt.empty()
                : OptionalInt.of(rows[(countUpTo(row - 1) - 1 + rows.length) % rows.length]);
    }
}
