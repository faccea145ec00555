package stemma.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import stemma.diff.Change;
import stemma.diff.Edit;

/// A row that tells of one value: a setting, a variable, a tag, the title.
///
/// @param label the value's name; may be empty
/// @param before empty when the left side has no such value
/// @param after empty when the right side has no such value
/// @param edits what differs inside the two values
/// @param change what the row tells
record FactRow(
        int index,
        int section,
        Glyph glyph,
        String label,
        Optional<String> before,
        Optional<String> after,
        List<Edit> edits,
        Change change)
        implements LineRow {
    private static final String GAP = "  ";
    private static final String ARROW = " → ";

    @Override
    public boolean hasLeft() {
        return before.isPresent();
    }

    @Override
    public boolean hasRight() {
        return after.isPresent();
    }

    @Override
    public Piece left(boolean reveal) {
        return piece(before, Mark.Kind.REMOVED);
    }

    @Override
    public Piece right(boolean reveal) {
        return piece(after, Mark.Kind.INSERTED);
    }

    private String head() {
        return label.isEmpty() ? "" : label + GAP;
    }

    private List<Tone> tones() {
        return label.isEmpty() ? List.of() : List.of(new Tone(0, label.length(), Tone.Kind.LABEL));
    }

    private Piece piece(Optional<String> value, Mark.Kind kind) {
        if (value.isEmpty()) {
            return Piece.EMPTY;
        }
        String head = head();
        List<Mark> marks = new ArrayList<>();
        if (glyph == Glyph.CHANGED) {
            mark(marks, kind, head.length());
        }
        return new Piece(head + value.get(), marks, tones());
    }

    private void mark(List<Mark> marks, Mark.Kind kind, int offset) {
        for (Edit edit : edits) {
            var span = kind == Mark.Kind.REMOVED ? edit.left() : edit.right();
            if (!span.isEmpty()) {
                marks.add(new Mark(offset + span.start(), offset + span.end(), kind));
            }
        }
    }

    @Override
    public Piece merged(boolean reveal) {
        if (before.isEmpty() || after.isEmpty()) {
            Mark.Kind kind = before.isPresent() ? Mark.Kind.REMOVED : Mark.Kind.INSERTED;
            String value = before.or(() -> after).orElse("");
            String text = head() + value;
            return new Piece(text, List.of(new Mark(head().length(), text.length(), kind)), tones());
        }
        List<Mark> marks = new ArrayList<>();
        String start = head() + before.get();
        mark(marks, Mark.Kind.REMOVED, head().length());
        if (before.equals(after)) {
            return new Piece(start, marks, tones());
        }
        mark(marks, Mark.Kind.INSERTED, start.length() + ARROW.length());
        return new Piece(start + ARROW + after.get(), marks, tones());
    }

    @Override
    public OptionalInt leftLine() {
        return OptionalInt.empty();
    }

    @Override
    public OptionalInt rightLine() {
        return OptionalInt.empty();
    }

    @Override
    public String leftText() {
        return before.map(value -> head() + value + "\n").orElse("");
    }

    @Override
    public String rightText() {
        return after.map(value -> head() + value + "\n").orElse("");
    }

    @Override
    public boolean continues() {
        return false;
    }
}
