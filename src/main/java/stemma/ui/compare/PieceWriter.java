package stemma.ui.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import stemma.diff.Span;

/// Puts a [Piece] together from stretches of texts.
///
/// A marked stretch in which nothing can be seen is shown by signs whatever the reader chose: a change must be seen.
final class PieceWriter {
    private final StringBuilder text = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Tone> tones = new ArrayList<>();
    private final boolean reveal;

    PieceWriter(boolean reveal) {
        this.reveal = reveal;
    }

    PieceWriter plain(Source source, int start, int end) {
        if (start < end) {
            append(source, start, end, reveal);
        }
        return this;
    }

    PieceWriter marked(Source source, Span span, Mark.Kind kind) {
        if (!span.isEmpty()) {
            int from = text.length();
            boolean signs = reveal || Symbols.isInvisible(source.text(), span.start(), span.end());
            append(source, span.start(), span.end(), signs);
            marks.add(new Mark(from, text.length(), kind));
        }
        return this;
    }

    private void append(Source source, int start, int end, boolean signs) {
        int from = text.length();
        String whole = source.text();
        for (Tone tone : source.tones(start, end)) {
            tones.add(new Tone(from + tone.start(), from + tone.end(), tone.kind()));
        }
        for (int i = start; i < end; i++) {
            char c = whole.charAt(i);
            char shown = signs ? Symbols.of(c) : Symbols.ofSpecial(whole, i);
            text.append(shown);
            if (c == '\n' && shown != c && i + 1 < end) {
                text.append('\n');
            }
        }
    }

    /// What was written, without the last line end unless signs stand for it.
    Piece piece() {
        int end = text.length();
        if (end > 0 && text.charAt(end - 1) == '\n') {
            end--;
        }
        if (end > 0 && text.charAt(end - 1) == '\r') {
            end--;
        }
        text.setLength(end);
        List<Mark> kept = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark.start() < end) {
                kept.add(mark.end() <= end ? mark : new Mark(mark.start(), end, mark.kind()));
            }
        }
        kept.sort(Comparator.comparing(Mark::kind));
        tones.removeIf(tone -> tone.start() >= text.length());
        return new Piece(text.toString(), kept, tones);
    }
}
