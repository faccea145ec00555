package stemma.diff.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import stemma.diff.ChangeList;
import stemma.diff.Row;
import stemma.diff.RowKind;
import stemma.diff.Span;
import stemma.diff.TextDiff;

/// A change list as one HTML page that needs nothing else: side by side, light and dark as the reader's system says,
/// and fit for printing. Deletions are `del`, insertions `ins`, so that the page can be read without its colours.
public final class HtmlReport {
    /// Unchanged rows that stay beside a change.
    private static final int CONTEXT = 3;

    private final StringBuilder out = new StringBuilder();

    private HtmlReport() {}

    /// @param left what the left side is called
    /// @param right what the right side is called
    public static String of(ChangeList changes, String left, String right) {
        return new HtmlReport().write(changes, left, right);
    }

    private String write(ChangeList changes, String left, String right) {
        String title = left + " → " + right;
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
        out.append("<title>").append(escaped(title)).append("</title>\n<style>\n").append(style());
        out.append("</style>\n</head>\n<body>\n<h1>").append(escaped(title)).append("</h1>\n");
        out.append("<p class=\"summary\">").append(escaped(changes.summary())).append("</p>\n");
        facts(Fact.of(changes));
        TextSection.of(changes).forEach(this::section);
        return out.append("</body>\n</html>\n").toString();
    }

    private void facts(List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        out.append("<table class=\"facts\">\n");
        for (Fact fact : facts) {
            out.append("<tr><th scope=\"row\">").append(escaped(fact.label())).append("</th><td>");
            fact.before().ifPresent(before -> out.append("<del>").append(escaped(before)).append("</del>"));
            out.append(fact.before().isPresent() && fact.after().isPresent() ? " → " : "");
            fact.after().ifPresent(after -> out.append("<ins>").append(escaped(after)).append("</ins>"));
            out.append("</td></tr>\n");
        }
        out.append("</table>\n");
    }

    private void section(TextSection section) {
        if (!section.title().isEmpty()) {
            out.append("<h2>").append(escaped(section.title())).append("</h2>\n");
        }
        out.append("<table class=\"text\">\n<colgroup><col><col class=\"n\"><col class=\"s\"><col class=\"n\"><col>");
        out.append("</colgroup>\n");
        List<Row> rows = section.text().rows();
        int lastChange = -1 - CONTEXT;
        int nextChange = nextChange(rows, 0);
        boolean folding = false;
        for (int i = 0; i < rows.size(); i++) {
            if (nextChange >= 0 && nextChange < i) {
                nextChange = nextChange(rows, i);
            }
            if (!rows.get(i).isEqual()) {
                lastChange = i;
            }
            boolean near = i - lastChange <= CONTEXT || nextChange >= 0 && nextChange - i <= CONTEXT;
            if (near) {
                row(section.text(), rows.get(i));
            } else if (!folding) {
                out.append("<tr class=\"fold\"><td colspan=\"5\">…</td></tr>\n");
            }
            folding = !near;
        }
        out.append("</table>\n");
    }

    private static int nextChange(List<Row> rows, int from) {
        for (int i = from; i < rows.size(); i++) {
            if (!rows.get(i).isEqual()) {
                return i;
            }
        }
        return -1;
    }

    private void row(TextDiff text, Row row) {
        out.append("<tr class=\"").append(name(row.kind())).append("\"><td>");
        if (row.kind().hasLeft()) {
            side(text.left(), row.left(), row.kind() == RowKind.CHANGED ? row.leftMarks() : List.of(), "del", row);
        }
        out.append("</td><td class=\"n\">");
        out.append(row.kind().hasLeft() ? Integer.toString(row.leftLines().first() + 1) : "");
        out.append("</td><td class=\"s\">").append(sign(row.kind())).append("</td><td class=\"n\">");
        out.append(row.kind().hasRight() ? Integer.toString(row.rightLines().first() + 1) : "");
        out.append("</td><td>");
        if (row.kind().hasRight()) {
            side(text.right(), row.right(), row.kind() == RowKind.CHANGED ? row.rightMarks() : List.of(), "ins", row);
        }
        out.append("</td></tr>\n");
    }

    private void side(String text, Span span, List<Span> marks, String element, Row row) {
        boolean whole = row.kind() != RowKind.EQUAL && row.kind() != RowKind.CHANGED;
        List<Span> all = whole && !span.isEmpty() ? List.of(span) : marks;
        int at = span.start();
        for (Span mark : all) {
            out.append(escaped(text.substring(at, mark.start())));
            out.append('<').append(element).append('>').append(escaped(mark.of(text)));
            out.append("</").append(element).append('>');
            at = mark.end();
        }
        out.append(escaped(text.substring(at, span.end())));
    }

    private static String name(RowKind kind) {
        return switch (kind) {
            case EQUAL -> "equal";
            case CHANGED -> "changed";
            case INSERTED -> "inserted";
            case REMOVED -> "removed";
            case MOVED_AWAY, MOVED_HERE -> "moved";
        };
    }

    private static String sign(RowKind kind) {
        return switch (kind) {
            case EQUAL -> "";
            case CHANGED -> "~";
            case INSERTED -> "+";
            case REMOVED -> "−";
            case MOVED_AWAY, MOVED_HERE -> "⇄";
        };
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(c < ' ' && c != '\n' && c != '\t' && c != '\r' ? '\uFFFD' : c);
            }
        }
        return escaped.toString();
    }

    private static String style() {
        try (InputStream style =
                Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"), "report.css")) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
