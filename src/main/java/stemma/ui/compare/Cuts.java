package stemma.ui.compare;

import java.util.ArrayList;
import java.util.List;
import stemma.diff.Anchor;
import stemma.diff.Edit;
import stemma.diff.Row;
import stemma.diff.RowKind;
import stemma.diff.Span;
import stemma.diff.TextDiff;

/// Cuts a long row at sentences that belong side by side, so that a wrapped paragraph stays aligned from its first
/// word to its last and no cell has to lay out more text than a screen holds.
final class Cuts {
    /// A part is at least so long, in characters: about three wrapped lines.
    private static final int SHORTEST = 200;
    /// The sides may differ so much, in characters, before they are aligned again: half a wrapped line.
    private static final int DRIFT = 30;
    /// A part longer than this is cut though its sides do not drift.
    private static final int LONG = 1_500;

    private final TextDiff diff;

    Cuts(TextDiff diff) {
        this.diff = diff;
    }

    /// A part of a row; parts cover the row without gap or overlap.
    record Part(Span left, Span right, List<Edit> edits) {}

    List<Part> of(Row row) {
        List<Part> parts = new ArrayList<>();
        Cutter cutter = new Cutter(row, parts);
        if (row.kind() == RowKind.EQUAL || row.kind() == RowKind.CHANGED) {
            if (Math.max(row.left().length(), row.right().length()) > SHORTEST
                    && (row.kind() == RowKind.CHANGED || row.left().length() > LONG)) {
                diff.anchors(row).forEach(cutter::offer);
            }
        } else if (row.kind().hasLeft()) {
            cutAlone(diff.left(), row.left(), at -> cutter.cut(at, row.right().end()));
        } else {
            cutAlone(diff.right(), row.right(), at -> cutter.cut(row.left().end(), at));
        }
        cutter.finish();
        return parts;
    }

    private interface Place {
        void at(int position);
    }

    /// Text that stands alone is cut behind a blank.
    private static void cutAlone(String text, Span span, Place place) {
        int start = span.start();
        while (span.end() - start > 2 * LONG) {
            int at = start + LONG;
            int limit = Math.min(span.end() - 1, start + 2 * LONG);
            while (at < limit && text.charAt(at - 1) != ' ') {
                at++;
            }
            if (Character.isLowSurrogate(text.charAt(at))) {
                at++;
            }
            place.at(at);
            start = at;
        }
    }

    private static final class Cutter {
        private final Row row;
        private final List<Part> parts;
        private final List<Edit> edits;
        private int leftStart;
        private int rightStart;
        private int nextEdit;

        Cutter(Row row, List<Part> parts) {
            this.row = row;
            this.parts = parts;
            this.edits = row.kind() == RowKind.CHANGED ? row.edits() : List.of();
            leftStart = row.left().start();
            rightStart = row.right().start();
        }

        void offer(Anchor anchor) {
            int leftLength = anchor.left() - leftStart;
            int rightLength = anchor.right() - rightStart;
            int length = Math.max(leftLength, rightLength);
            if (length > LONG || length >= SHORTEST && Math.abs(leftLength - rightLength) >= DRIFT) {
                cut(anchor.left(), anchor.right());
            }
        }

        void cut(int leftEnd, int rightEnd) {
            int first = nextEdit;
            while (nextEdit < edits.size()
                    && edits.get(nextEdit).left().end() <= leftEnd
                    && edits.get(nextEdit).right().end() <= rightEnd) {
                nextEdit++;
            }
            parts.add(new Part(
                    new Span(leftStart, leftEnd), new Span(rightStart, rightEnd), edits.subList(first, nextEdit)));
            leftStart = leftEnd;
            rightStart = rightEnd;
        }

        void finish() {
            cut(row.left().end(), row.right().end());
        }
    }
}
