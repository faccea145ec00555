package stemma.diff;

/// Writes a diff in one string for tests: `[-deleted-]{+inserted+}`, rows of one side as `-line`, `+line`, moved
/// rows as `<line` (stood here) and `>line` (stands here now).
final class Shown {
    private Shown() {}

    static String of(TextDiff diff) {
        StringBuilder out = new StringBuilder();
        for (Row row : diff.rows()) {
            switch (row.kind()) {
                case EQUAL -> out.append(row.left().of(diff.left()));
                case CHANGED -> changed(diff, row, out);
                case REMOVED -> out.append('-').append(row.left().of(diff.left()));
                case INSERTED -> out.append('+').append(row.right().of(diff.right()));
                case MOVED_AWAY -> out.append('<').append(row.left().of(diff.left()));
                case MOVED_HERE -> out.append('>').append(row.right().of(diff.right()));
            }
        }
        return out.toString();
    }

    private static void changed(TextDiff diff, Row row, StringBuilder out) {
        int at = row.left().start();
        for (Edit edit : row.edits()) {
            out.append(diff.left(), at, edit.left().start());
            if (!edit.left().isEmpty()) {
                out.append("[-").append(edit.left().of(diff.left())).append("-]");
            }
            if (!edit.right().isEmpty()) {
                out.append("{+").append(edit.right().of(diff.right())).append("+}");
            }
            at = edit.left().end();
        }
        out.append(diff.left(), at, row.left().end());
    }
}
