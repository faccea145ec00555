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
        return parts.stream().flatMap(part -> bearable(part).stream()).toList();
    }

    /// Text without a blank for pages is cut anywhere: beside each other or not, it can be drawn.
    private List<Part> bearable(Part part) {
        int length = Math.max(part.left().length(), part.right().length());
        if (length <= 4 * LONG) {
            return List.of(part);
        }
        int count = length / (2 * LONG) + 1;
        List<Part> pieces = new ArrayList<>();
        int leftStart = part.left().start();
        int rightStart = part.right().start();
        for (int i = 1; i <= count; i++) {
            int leftEnd = cutAt(diff.left(), part.left(), i, count);
            int rightEnd = cutAt(diff.right(), part.right(), i, count);
            Span left = new Span(leftStart, leftEnd);
            Span right = new Span(rightStart, rightEnd);
            pieces.add(new Part(left, right, within(part.edits(), left, right)));
            leftStart = leftEnd;
            rightStart = rightEnd;
        }
        return pieces;
    }

    private static int cutAt(String text, Span span, int piece, int count) {
        int at = span.start() + (int) ((long) span.length() * piece / count);
        return at > span.start() && at < span.end() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    private static List<Edit> within(List<Edit> edits, Span left, Span right) {
        List<Edit> inside = new ArrayList<>();
        for (Edit edit : edits) {
            Span gone = overlap(edit.left(), left);
            Span come = overlap(edit.right(), right);
            if (!gone.isEmpty() || !come.isEmpty()) {
                inside.add(new Edit(gone, come));
            }
        }
        return inside;
    }

    /// An empty span lies at the border of the room that is nearer.
    private static Span overlap(Span span, Span room) {
        int start = Math.clamp(span.start(), room.start(), room.end());
        int end = Math.clamp(span.end(), room.start(), room.end());
        return new Span(start, end);
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
