package stemma.ui.compare;

import java.util.ArrayList;
import java.util.List;
import stemma.diff.Span;
import stemma.template.Syntax;
import stemma.template.Token;

/// One whole text of a side, from which rows cut their pieces. Immutable.
final class Source {
    private final String text;
    private final List<Token> tokens;

    Source(String text, Syntax syntax) {
        this.text = text;
        this.tokens = List.copyOf(syntax.scan(text));
    }

    String text() {
        return text;
    }

    /// Where a row's text ends and its line end begins.
    int contentEnd(Span span) {
        int end = span.end();
        if (end > span.start() && text.charAt(end - 1) == '\n') {
            end--;
        }
        if (end > span.start() && text.charAt(end - 1) == '\r') {
            end--;
        }
        return end;
    }

    /// Variables and tags inside a stretch, moved to its beginning.
    List<Tone> tones(int start, int end) {
        List<Tone> tones = new ArrayList<>();
        for (int i = firstEndingAfter(start); i < tokens.size() && tokens.get(i).start() < end; i++) {
            Token token = tokens.get(i);
            tones.add(new Tone(
                    Math.max(token.start(), start) - start, Math.min(token.end(), end) - start, kind(token.kind())));
        }
        return tones;
    }

    private int firstEndingAfter(int start) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).end() > start) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static Tone.Kind kind(Token.Kind kind) {
        return switch (kind) {
            case VARIABLE -> Tone.Kind.VARIABLE;
            case TAG, ESCAPE -> Tone.Kind.TAG;
            case COMMENT -> Tone.Kind.COMMENT;
        };
    }
}
