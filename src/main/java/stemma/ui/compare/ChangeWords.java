package stemma.ui.compare;

import java.util.List;
import stemma.diff.Edit;
import stemma.diff.RowKind;
import stemma.ui.common.Messages;

/// Says in words what a change is: for the announcement, the list of changes and readers who hear the screen.
final class ChangeWords {
    private static final int LONGEST = 90;

    private ChangeWords() {}

    /// What happened, such as `2 lines changed`.
    static String what(Script script, Script.Hunk hunk) {
        List<Row> rows = script.rows().subList(hunk.first(), hunk.end());
        Row first = rows.getFirst();
        if (first instanceof HeadingRow heading) {
            return heading.merged() + ": " + heading.note();
        }
        if (first instanceof FactRow fact) {
            return fact.merged(false).text();
        }
        Glyph glyph = first.glyph();
        boolean mixed = rows.stream().anyMatch(row -> row.isChange() && row.glyph() != glyph);
        long lines = rows.stream()
                .filter(row -> row instanceof LineRow line && !line.continues())
                .count();
        return Messages.text("compare.what." + (mixed ? "changed" : glyph.word()), Math.max(1, lines));
    }

    /// What happened, in a few words, for a list in which [#where] stands below.
    static String title(Script script, Script.Hunk hunk) {
        return switch (script.rows().get(hunk.first())) {
            case HeadingRow heading -> heading.note();
            case FactRow fact -> fact.label().isEmpty() ? section(script, fact) : fact.label();
            case TextRow _ -> what(script, hunk);
        };
    }

    private static String section(Script script, Row row) {
        int at = row.index();
        while (at > 0 && !(script.rows().get(at) instanceof HeadingRow)) {
            at--;
        }
        return script.rows().get(at) instanceof HeadingRow heading ? heading.merged() : "";
    }

    /// Where it is, or how it begins.
    static String where(Script script, Script.Hunk hunk) {
        return switch (script.rows().get(hunk.first())) {
            case HeadingRow heading -> heading.merged();
            case FactRow fact -> change(fact.before().orElse(""), fact.after().orElse(""));
            case TextRow row when row.edits().isEmpty() || row.kind() != RowKind.CHANGED ->
                cut(row.hasRight() ? row.rightText() : row.leftText());
            case TextRow row -> {
                Edit edit = row.edits().getFirst();
                String before = edit.left().of(row.texts().left().text());
                String after = edit.right().of(row.texts().right().text());
                // Blanks and ends of lines cannot be seen.
                yield (before + after).isBlank() ? cut(row.rightText()) : change(before, after);
            }
        };
    }

    private static String change(String before, String after) {
        String old = cut(before);
        String now = cut(after);
        if (old.isEmpty() || now.isEmpty()) {
            return old.isEmpty() ? "+ " + now : "− " + old;
        }
        return old + " → " + now;
    }

    /// One row in words.
    static String line(Row row) {
        return switch (row) {
            case HeadingRow heading -> heading.merged() + (heading.note().isEmpty() ? "" : ", " + heading.note());
            case FactRow fact -> fact.merged(false).text();
            case TextRow text -> text(text);
        };
    }

    private static String text(TextRow row) {
        String glyph = Messages.text("compare.glyph." + row.glyph().word());
        String old = cut(row.leftText());
        String now = cut(row.rightText());
        return switch (row.kind()) {
            case EQUAL -> Messages.text("compare.line.one", number(row, Flank.RIGHT), glyph, now);
            case CHANGED -> Messages.text("compare.line.both", number(row, Flank.RIGHT), glyph, old, now);
            case INSERTED, MOVED_HERE -> Messages.text("compare.line.one", number(row, Flank.RIGHT), glyph, now);
            case REMOVED, MOVED_AWAY -> Messages.text("compare.line.one", number(row, Flank.LEFT), glyph, old);
        };
    }

    private static String number(TextRow row, Flank flank) {
        var line = flank == Flank.LEFT ? row.leftLine() : row.rightLine();
        return line.isPresent() ? Integer.toString(line.getAsInt()) : "";
    }

    private static String cut(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
