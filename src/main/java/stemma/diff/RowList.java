package stemma.diff;

/// Rows under construction: units of both sides and their edits, as numbers.
final class RowList {
    static final int FIELDS = 7;
    static final int LEFT_FIRST = 1;
    static final int LEFT_END = 2;
    static final int RIGHT_FIRST = 3;
    static final int RIGHT_END = 4;
    static final int FIRST_EDIT = 5;
    static final int COARSE = 6;

    private static final RowKind[] KINDS = RowKind.values();

    private final IntList rows = new IntList(FIELDS * 64);
    private final IntList edits = new IntList(64);

    int count() {
        return rows.size() / FIELDS;
    }

    /// Edits of the row that is added next go here.
    IntList edits() {
        return edits;
    }

    RowKind kind(int row) {
        return KINDS[rows.get(row * FIELDS)];
    }

    int get(int row, int field) {
        return rows.get(row * FIELDS + field);
    }

    void setKind(int row, RowKind kind) {
        rows.set(row * FIELDS, kind.ordinal());
    }

    /// @param firstEdit the number of ints in [#edits()] before this row's
    void add(RowKind kind, int leftFirst, int leftEnd, int rightFirst, int rightEnd, int firstEdit, boolean coarse) {
        rows.add(kind.ordinal());
        rows.add(leftFirst);
        rows.add(leftEnd);
        rows.add(rightFirst);
        rows.add(rightEnd);
        rows.add(firstEdit);
        rows.add(coarse ? 1 : 0);
    }
}
