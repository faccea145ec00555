package stemma.diff;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.RandomAccess;
import java.util.Set;
import java.util.concurrent.CancellationException;

/// Two texts side by side: aligned rows, and in each row what differs, down to words. Immutable.
///
/// The rows cover both texts from beginning to end without gap or overlap. Outside the edits both sides are equal,
/// character by character in [Whitespace#EXACT], but for ignored blanks in the other modes. Rows are made when
/// asked for, so that a result for 20,000 lines stays small.
public final class TextDiff {
    private final String left;
    private final String right;
    private final Units leftUnits;
    private final Units rightUnits;
    private final RowList rowList;
    private final Moves moves;
    private final List<Row> rows = new RowView();

    private TextDiff(String left, String right, Differ differ) {
        this.left = left;
        this.right = right;
        leftUnits = differ.left();
        rightUnits = differ.right();
        rowList = differ.rows();
        moves = differ.moves();
    }

    /// Compares two texts.
    ///
    /// @throws CancellationException when the options say that the compare is cancelled
    public static TextDiff compare(String left, String right, CompareOptions options) {
        return compare(left, right, options.whitespace(), Budget.of(options));
    }

    static TextDiff compare(String left, String right, Whitespace whitespace, Budget budget) {
        return new TextDiff(left, right, new Differ(left, right, whitespace, budget));
    }

    /// Compares with [CompareOptions#DEFAULT].
    public static TextDiff compare(String left, String right) {
        return compare(left, right, CompareOptions.DEFAULT);
    }

    public String left() {
        return left;
    }

    public String right() {
        return right;
    }

    /// All rows in order; an unmodifiable view with random access.
    public List<Row> rows() {
        return rows;
    }

    /// Whether nothing differs that counts.
    public boolean isEqual() {
        for (int row = 0; row < rowList.count(); row++) {
            if (rowList.kind(row) != RowKind.EQUAL) {
                return false;
            }
        }
        return true;
    }

    /// Whether some row is coarser than it could be because the budget was spent.
    public boolean isCoarse() {
        for (int row = 0; row < rowList.count(); row++) {
            if (rowList.get(row, RowList.COARSE) != 0) {
                return true;
            }
        }
        return false;
    }

    /// How the texts differ when they look alike; empty when they are equal or differ visibly.
    public Set<Invisible> invisible() {
        return Invisible.between(left, right);
    }

    /// Everything that differs, as few edits as possible, in order; a moved row counts as deleted and inserted, and
    /// what replaces whole lines leaves out the bullet, full stop and line end that both have.
    /// Between two edits the texts are equal as far as the whitespace mode looks.
    public List<Edit> edits() {
        IntList numbers = rowList.edits();
        List<Edit> edits = new ArrayList<>();
        int at = 0;
        while (at < numbers.size()) {
            int last = at;
            while (last + 4 < numbers.size()
                    && numbers.get(last + 1) == numbers.get(last + 4)
                    && numbers.get(last + 3) == numbers.get(last + 6)) {
                last += 4;
            }
            edits.add(trimmed(
                    numbers.get(at), numbers.get(last + 1), numbers.get(at + 2), numbers.get(last + 3), last > at));
            at = last + 4;
        }
        return List.copyOf(edits);
    }

    private Edit trimmed(int leftFrom, int leftTo, int rightFrom, int rightTo, boolean ofSeveralRows) {
        int leftStart = leftFrom;
        int rightStart = rightFrom;
        int leftEnd = leftTo;
        int rightEnd = rightTo;
        while (ofSeveralRows && leftStart < leftEnd && rightStart < rightEnd && isSameSign(leftStart, rightStart)) {
            leftStart++;
            rightStart++;
        }
        while (ofSeveralRows && leftStart < leftEnd && rightStart < rightEnd && isSameSign(leftEnd - 1, rightEnd - 1)) {
            leftEnd--;
            rightEnd--;
        }
        return new Edit(new Span(leftStart, leftEnd), new Span(rightStart, rightEnd));
    }

    private boolean isSameSign(int leftIndex, int rightIndex) {
        char c = left.charAt(leftIndex);
        return c == right.charAt(rightIndex) && c < 0x80 && !Characters.isWordPart(c);
    }

    /// What makes the right text of the left one, bit for bit, whatever the whitespace mode.
    public List<TextEdit> patch() {
        return Patch.of(left, right, edits());
    }

    /// Places inside a row that belong side by side: beginnings of sentences, and in text without sentences of
    /// words. A view that wraps long paragraphs aligns them there. In order, on both sides; empty for a row that
    /// stands on one side only.
    public List<Anchor> anchors(Row row) {
        return row.kind() == RowKind.EQUAL || row.kind() == RowKind.CHANGED
                ? Anchors.of(left, right, row)
                : List.of();
    }

    private Row row(int index) {
        RowKind kind = rowList.kind(index);
        int leftFirst = rowList.get(index, RowList.LEFT_FIRST);
        int leftEnd = rowList.get(index, RowList.LEFT_END);
        int rightFirst = rowList.get(index, RowList.RIGHT_FIRST);
        int rightEnd = rowList.get(index, RowList.RIGHT_END);
        int partner = moves.partner(index);
        return new Row(
                index,
                kind,
                new LineRange(leftUnits.firstLine(leftFirst), leftUnits.firstLine(leftEnd)),
                new LineRange(rightUnits.firstLine(rightFirst), rightUnits.firstLine(rightEnd)),
                new Span(leftUnits.start(leftFirst), leftUnits.start(leftEnd)),
                new Span(rightUnits.start(rightFirst), rightUnits.start(rightEnd)),
                partner >= 0 ? moves.edits(index) : rowEdits(index),
                partner >= 0 ? OptionalInt.of(partner) : OptionalInt.empty());
    }

    private List<Edit> rowEdits(int index) {
        IntList numbers = rowList.edits();
        int from = rowList.get(index, RowList.FIRST_EDIT);
        int to = index + 1 < rowList.count() ? rowList.get(index + 1, RowList.FIRST_EDIT) : numbers.size();
        return Edits.of(numbers, from, to);
    }

    private final class RowView extends AbstractList<Row> implements RandomAccess {
        @Override
        public Row get(int index) {
            return row(Objects.checkIndex(index, rowList.count()));
        }

        @Override
        public int size() {
            return rowList.count();
        }
    }
}
