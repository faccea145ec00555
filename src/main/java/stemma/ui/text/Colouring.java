package stemma.ui.text;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import stemma.template.Syntax;
import stemma.template.Syntaxes;
import stemma.ui.text.TextSearch.Match;

/// Colours a surface: small texts at once, large ones by way of an executor, dropping what comes too late.
final class Colouring {
    private static final int LARGE = 20_000;

    private final Executor background;
    private Syntax syntax = Syntaxes.NONE;
    private List<Match> matches = List.of();
    private long revision;

    Colouring(Executor background) {
        this.background = background;
    }

    /// Whether a text of this length is coloured in the background, and only when typing pauses.
    static boolean isLarge(int length) {
        return length > LARGE;
    }

    void setSyntax(Syntax newSyntax) {
        syntax = newSyntax;
    }

    /// Answers whether other matches are marked than before.
    boolean setMatches(List<Match> newMatches) {
        boolean other = !matches.equals(newMatches);
        matches = newMatches;
        return other;
    }

    /// The text has changed: colours on their way are for another one.
    void outdate() {
        revision++;
    }

    void colour(TextSurface surface, String shown) {
        if (!surface.canColour()) {
            return;
        }
        if (!isLarge(shown.length())) {
            surface.colour(withMatches(shown, Highlighter.spans(shown, syntax)));
            return;
        }
        Syntax now = syntax;
        long asked = revision;
        background.execute(() -> {
            List<Span> spans = Highlighter.spans(shown, now);
            Platform.runLater(() -> {
                if (asked == revision && now == syntax) {
                    surface.colour(withMatches(shown, spans));
                }
            });
        });
    }

    private List<Span> withMatches(String shown, List<Span> spans) {
        List<Span> found = matches.stream()
                .map(match -> new Span(match.start(), match.end(), List.of("search-match")))
                .toList();
        return Highlighter.thinned(shown, Highlighter.laidOver(spans, found));
    }
}
