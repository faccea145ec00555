package stemma.ui.compare;

import java.util.List;
import java.util.OptionalInt;
import stemma.diff.Edit;
import stemma.diff.RowKind;
import stemma.diff.Span;

/// A row of two aligned texts, or a part of one where a long paragraph is cut so that its sentences stay aligned.
///
/// @param texts the whole texts
/// @param diffRow the row of the text diff that this is, or is a part of
/// @param left this row's stretch of the left text
/// @param right this row's stretch of the right text
/// @param edits what differs inside the two stretches
/// @param leftLine as the row shows it
/// @param rightLine as the row shows it
/// @param continues whether the row goes on with the paragraph of the row above
record TextRow(
        int index,
        int section,
        RowKind kind,
        Texts texts,
        int diffRow,
        Span left,
        Span right,
        List<Edit> edits,
        OptionalInt leftLine,
        OptionalInt rightLine,
        boolean continues)
        implements LineRow {

    /// The texts of both sides.
    record Texts(Source left, Source right) {}

    @Override
    public Glyph glyph() {
        return kind == RowKind.CHANGED && edits.isEmpty() ? Glyph.NONE : Glyph.of(kind);
    }

    @Override
    public boolean hasLeft() {
        return kind.hasLeft();
    }

    @Override
    public boolean hasRight() {
        return kind.hasRight();
    }

    @Override
    public Piece left(boolean reveal) {
        if (!hasLeft()) {
            return Piece.EMPTY;
        }
        PieceWriter writer = new PieceWriter(reveal);
        int at = left.start();
        if (kind == RowKind.CHANGED) {
            for (Edit edit : edits) {
                writer.plain(texts.left(), at, edit.left().start());
                writer.marked(texts.left(), edit.left(), Mark.Kind.REMOVED);
                at = edit.left().end();
            }
        }
        return writer.plain(texts.left(), at, left.end()).piece();
    }

    @Override
    public Piece right(boolean reveal) {
        if (!hasRight()) {
            return Piece.EMPTY;
        }
        PieceWriter writer = new PieceWriter(reveal);
        int at = right.start();
        if (kind == RowKind.CHANGED) {
            for (Edit edit : edits) {
                writer.plain(texts.right(), at, edit.right().start());
                writer.marked(texts.right(), edit.right(), Mark.Kind.INSERTED);
                at = edit.right().end();
            }
        }
        return writer.plain(texts.right(), at, right.end()).piece();
    }

    @Override
    public Piece merged(boolean reveal) {
        return switch (kind) {
            case EQUAL -> right(reveal);
            case CHANGED -> mergedEdits(reveal);
            case INSERTED, MOVED_HERE -> whole(texts.right(), right, Mark.Kind.INSERTED, reveal);
            case REMOVED, MOVED_AWAY -> whole(texts.left(), left, Mark.Kind.REMOVED, reveal);
        };
    }

    private static Piece whole(Source source, Span span, Mark.Kind kind, boolean reveal) {
        PieceWriter writer = new PieceWriter(reveal);
        int end = source.contentEnd(span);
        writer.marked(source, new Span(span.start(), end), kind);
        return writer.plain(source, end, span.end()).piece();
    }

    private Piece mergedEdits(boolean reveal) {
        PieceWriter writer = new PieceWriter(reveal);
        int at = right.start();
        for (Edit edit : edits) {
            writer.plain(texts.right(), at, edit.right().start());
            writer.marked(texts.left(), edit.left(), Mark.Kind.REMOVED);
            writer.marked(texts.right(), edit.right(), Mark.Kind.INSERTED);
            at = edit.right().end();
        }
        return writer.plain(texts.right(), at, right.end()).piece();
    }

    /// The length of the longer side, in UTF-16 units.
    int longestLength() {
        return Math.max(hasLeft() ? left.length() : 0, hasRight() ? right.length() : 0);
    }

    @Override
    public String leftText() {
        return hasLeft() ? left.of(texts.left().text()) : "";
    }

    @Override
    public String rightText() {
        return hasRight() ? right.of(texts.right().text()) : "";
    }
}
