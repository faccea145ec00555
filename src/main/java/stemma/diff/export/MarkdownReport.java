package stemma.diff.export;

import stemma.diff.ChangeList;
import stemma.diff.Edit;
import stemma.diff.Row;
import stemma.diff.RowKind;
import stemma.diff.TextDiff;

/// A change list as Markdown: what changed in a list, changed lines with deletions struck and insertions bold.
public final class MarkdownReport {
    private MarkdownReport() {}

    /// @param left what the left side is called
    /// @param right what the right side is called
    public static String of(ChangeList changes, String left, String right) {
        StringBuilder out = new StringBuilder();
        out.append("# ").append(escaped(left)).append(" → ").append(escaped(right)).append("\n\n");
        out.append(escaped(changes.summary())).append(".\n");
        var facts = Fact.of(changes);
        if (!facts.isEmpty()) {
            out.append('\n');
        }
        for (Fact fact : facts) {
            out.append("- **").append(escaped(fact.label())).append("**: ");
            fact.before().ifPresent(before -> out.append("~~").append(line(before)).append("~~"));
            out.append(fact.before().isPresent() && fact.after().isPresent() ? " → " : "");
            fact.after().ifPresent(after -> out.append(line(after)));
            out.append('\n');
        }
        for (TextSection section : TextSection.of(changes)) {
            if (!section.title().isEmpty()) {
                out.append("\n## ").append(escaped(section.title())).append('\n');
            }
            text(out, section.text());
        }
        return out.toString();
    }

    private static void text(StringBuilder out, TextDiff text) {
        for (Row row : text.rows()) {
            if (row.kind() == RowKind.EQUAL) {
                continue;
            }
            String number = row.kind().hasRight()
                    ? Integer.toString(row.rightLines().first() + 1)
                    : Integer.toString(row.leftLines().first() + 1);
            out.append("\n> ").append(number).append(": ");
            switch (row.kind()) {
                case CHANGED -> edits(out, text, row);
                case INSERTED, MOVED_HERE -> inserted(out, row.right().of(text.right()));
                case REMOVED, MOVED_AWAY -> removed(out, row.left().of(text.left()));
                case EQUAL -> {}
            }
            out.append('\n');
        }
    }

    private static void edits(StringBuilder out, TextDiff text, Row row) {
        int at = row.right().start();
        for (Edit edit : row.edits()) {
            out.append(line(text.right().substring(at, edit.right().start())));
            removed(out, edit.left().of(text.left()));
            inserted(out, edit.right().of(text.right()));
            at = edit.right().end();
        }
        out.append(line(text.right().substring(at, row.right().end())));
    }

    private static void removed(StringBuilder out, String text) {
        marked(out, "~~", text);
    }

    private static void inserted(StringBuilder out, String text) {
        marked(out, "**", text);
    }

    /// Marks stand at words; blanks beside them would undo the mark.
    private static void marked(StringBuilder out, String mark, String text) {
        String words = line(text);
        String core = words.strip();
        if (core.isEmpty()) {
            out.append(words);
            return;
        }
        int start = words.indexOf(core);
        out.append(words, 0, start).append(mark).append(core).append(mark);
        out.append(words.substring(start + core.length()));
    }

    private static String line(String text) {
        return escaped(text.replaceAll("\\R$", "").replaceAll("\\R", " "));
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>#~|])", "\\\\$1");
    }
}
