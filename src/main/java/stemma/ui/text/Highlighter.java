package stemma.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import stemma.template.Syntax;
import stemma.template.Token;

/// Which stretch of a text is shown in which style: template tokens over light Markdown. Pure, in linear time.
final class Highlighter {
    private static final List<String> HEADING = List.of("md-heading");
    private static final List<String> BULLET = List.of("md-bullet");
    private static final List<String> CODE = List.of("md-code");
    private static final List<String> QUOTE = List.of("md-quote");
    private static final List<String> MARKUP = List.of("md-tag");

    private Highlighter() {}

    /// A line with more spans than this stays plain from there on: a control takes long over a line of many pieces.
    static final int MOST_IN_A_LINE = 100;

    /// Spans in order that do not overlap.
    static List<Span> spans(String text, Syntax syntax) {
        return laidOver(markdown(text), tokens(text, syntax));
    }

    private static List<Span> tokens(String text, Syntax syntax) {
        List<Span> spans = new ArrayList<>();
        for (Token token : syntax.scan(text)) {
            String style = "template-" + token.kind().name().toLowerCase(Locale.ROOT);
            spans.add(new Span(token.start(), token.end(), List.of(style)));
        }
        return spans;
    }

    private static List<Span> markdown(String text) {
        List<Span> spans = new ArrayList<>();
        boolean fenced = false;
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            int first = start;
            while (first < end && (text.charAt(first) == ' ' || text.charAt(first) == '\t')) {
                first++;
            }
            boolean fence = text.startsWith("```", first) || text.startsWith("~~~", first);
            if (fence || fenced) {
                add(spans, start, end, CODE);
                fenced = fence != fenced;
            } else if (isHeading(text, first, end)) {
                add(spans, start, end, HEADING);
            } else {
                int content = first;
                if (first < end && text.charAt(first) == '>') {
                    add(spans, first, end, QUOTE);
                    content = end;
                } else {
                    int bullet = bulletEnd(text, first, end);
                    add(spans, first, bullet, BULLET);
                    content = bullet;
                }
                inline(spans, text, content, end);
            }
            start = end + 1;
        }
        return spans;
    }

    private static void add(List<Span> spans, int start, int end, List<String> styles) {
        if (start < end) {
            spans.add(new Span(start, end, styles));
        }
    }

    private static boolean isHeading(String text, int start, int end) {
        int i = start;
        while (i < end && text.charAt(i) == '#') {
            i++;
        }
        return i > start && i - start <= 6 && (i == end || text.charAt(i) == ' ');
    }

    /// Index after `- `, `* `, `+ ` or `12. `; `start` when the line is no item of a list.
    private static int bulletEnd(String text, int start, int end) {
        int i = start;
        while (i < end && i - start < 4 && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        boolean number = i > start && i < end && (text.charAt(i) == '.' || text.charAt(i) == ')');
        boolean sign = i == start && i < end && "-*+•".indexOf(text.charAt(i)) >= 0;
        return (number || sign) && (i + 1 == end || text.charAt(i + 1) == ' ') ? i + 1 : start;
    }

    /// `code` and XML-like tags, which prompts use to fence their parts.
    private static void inline(List<Span> spans, String text, int start, int end) {
        int noTick = -1;
        int i = start;
        while (i < end) {
            char c = text.charAt(i);
            int close = -1;
            if (c == '`' && noTick < 0) {
                int tick = text.indexOf('`', i + 1);
                close = tick < end ? tick : -1;
                noTick = close < 0 ? i : -1;
            } else if (c == '<') {
                close = tagEnd(text, i, end);
            }
            if (close < 0) {
                i++;
            } else {
                spans.add(new Span(i, close + 1, c == '<' ? MARKUP : CODE));
                i = close + 1;
            }
        }
    }

    private static int tagEnd(String text, int start, int end) {
        int i = start + 1;
        if (i < end && text.charAt(i) == '/') {
            i++;
        }
        if (i >= end || !Character.isLetter(text.charAt(i)) && text.charAt(i) != '_') {
            return -1;
        }
        int limit = Math.min(end, start + 200);
        for (; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '>') {
                return i;
            }
            if (c == '<') {
                return -1;
            }
        }
        return -1;
    }

    /// The spans without those that their line has too many of.
    static List<Span> thinned(String text, List<Span> spans) {
        List<Span> thinned = new ArrayList<>(spans.size());
        int lineEnd = -1;
        int inLine = 0;
        for (Span span : spans) {
            if (span.start() > lineEnd) {
                int newline = text.indexOf('\n', span.start());
                lineEnd = newline < 0 ? text.length() : newline;
                inLine = 0;
            }
            if (inLine++ < MOST_IN_A_LINE) {
                thinned.add(span);
            }
        }
        return thinned;
    }

    /// The upper spans win; both lists are in order.
    static List<Span> laidOver(List<Span> lower, List<Span> upper) {
        if (upper.isEmpty()) {
            return lower;
        }
        List<Span> spans = new ArrayList<>(lower.size() + upper.size());
        int next = 0;
        int placed = 0;
        for (Span span : lower) {
            int at = span.start();
            while (next < upper.size() && upper.get(next).start() < span.end()) {
                Span over = upper.get(next);
                add(spans, at, over.start(), span.styles());
                if (placed == next) {
                    spans.add(over);
                    placed++;
                }
                at = Math.max(at, over.end());
                if (over.end() > span.end()) {
                    break;
                }
                next++;
            }
            add(spans, at, span.end(), span.styles());
        }
        spans.addAll(upper.subList(placed, upper.size()));
        return spans;
    }
}
