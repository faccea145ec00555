package stemma.diff.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import stemma.diff.CompareOptions;
import stemma.diff.Row;
import stemma.diff.TextDiff;
import stemma.prompt.Content;
import stemma.prompt.Json;
import stemma.prompt.Message;

/// A patch in the unified format, which `git apply` and `patch` read.
///
/// A content is a small folder to a patch: `prompt.md` for the text of a plain prompt, `messages/01-system.md` and so
/// on for a chat, and a file for each of the other members that is not empty (`config.json`, `description.md`, …).
public final class UnifiedPatch {
    /// Unchanged lines around a change.
    private static final int CONTEXT = 3;

    private static final String NO_FILE = "/dev/null";

    private UnifiedPatch() {}

    /// The files of a content by their path; their order is that of reading.
    public static Map<String, String> files(Content content) {
        Map<String, String> files = new LinkedHashMap<>();
        for (int i = 0; i < content.messages().size(); i++) {
            Message message = content.messages().get(i);
            put(
                    files,
                    content.isPlain() ? "prompt.md" : "messages/%02d-%s.md".formatted(i + 1, message.role()),
                    message.text());
        }
        content.toJson().members().forEach((name, value) -> {
            if (value instanceof Json.Text text) {
                if (!name.equals("content")) {
                    put(files, name + ".md", text.value());
                }
            } else if (!name.equals("messages")) {
                put(files, name + ".json", value.pretty() + "\n");
            }
        });
        return files;
    }

    private static void put(Map<String, String> files, String path, String text) {
        if (!text.isEmpty()) {
            files.put(path, text);
        }
    }

    /// What makes the right content's files of the left one's; empty when they are equal.
    public static String of(Content left, Content right) {
        Map<String, String> before = files(left);
        Map<String, String> after = files(right);
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        StringBuilder patch = new StringBuilder();
        for (String path : paths) {
            file(patch, path, before.getOrDefault(path, ""), after.getOrDefault(path, ""));
        }
        return patch.toString();
    }

    private static void file(StringBuilder patch, String path, String before, String after) {
        if (before.equals(after)) {
            return;
        }
        patch.append("diff --git a/").append(path).append(" b/").append(path).append('\n');
        if (before.isEmpty()) {
            patch.append("new file mode 100644\n");
        } else if (after.isEmpty()) {
            patch.append("deleted file mode 100644\n");
        }
        patch.append("--- ").append(before.isEmpty() ? NO_FILE : "a/" + path).append('\n');
        patch.append("+++ ").append(after.isEmpty() ? NO_FILE : "b/" + path).append('\n');
        new Hunks(lines(before, after)).write(patch);
    }

    /// A line with its end, and its sign: blank, `-` or `+`.
    private record Line(char sign, String text) {}

    private static List<Line> lines(String before, String after) {
        List<Line> lines = new ArrayList<>();
        StringBuilder gone = new StringBuilder();
        StringBuilder come = new StringBuilder();
        CompareOptions options = CompareOptions.DEFAULT.withBudget(Duration.ofSeconds(10));
        for (Row row : TextDiff.compare(before, after, options).rows()) {
            String left = row.left().of(before);
            String right = row.right().of(after);
            if (row.isEqual() && isWhole(gone) && isWhole(come) && left.endsWith("\n")) {
                flush(lines, gone, come);
                add(lines, ' ', left);
            } else {
                gone.append(left);
                come.append(right);
            }
        }
        if (gone.toString().contentEquals(come)) {
            add(lines, ' ', gone.toString());
        } else {
            flush(lines, gone, come);
        }
        return lines;
    }

    /// To a patch only `\n` ends a line.
    private static boolean isWhole(StringBuilder text) {
        return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
    }

    private static void flush(List<Line> lines, StringBuilder gone, StringBuilder come) {
        add(lines, '-', gone.toString());
        add(lines, '+', come.toString());
        gone.setLength(0);
        come.setLength(0);
    }

    private static void add(List<Line> lines, char sign, String text) {
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at) + 1;
            end = end == 0 ? text.length() : end;
            lines.add(new Line(sign, text.substring(at, end)));
            at = end;
        }
    }

    /// Writes the changed lines with a little of what is around them.
    private static final class Hunks {
        private final List<Line> lines;
        private int leftLine;
        private int rightLine;

        Hunks(List<Line> lines) {
            this.lines = lines;
        }

        void write(StringBuilder patch) {
            int at = 0;
            while (at < lines.size()) {
                int change = nextChange(at);
                if (change == lines.size()) {
                    return;
                }
                int first = Math.max(at, change - CONTEXT);
                skip(at, first);
                int end = end(change);
                hunk(patch, first, end);
                at = end;
            }
        }

        private int nextChange(int from) {
            int at = from;
            while (at < lines.size() && lines.get(at).sign() == ' ') {
                at++;
            }
            return at;
        }

        private int end(int change) {
            int end = change + 1;
            while (true) {
                int next = nextChange(end);
                if (next == lines.size() || next - end > 2 * CONTEXT) {
                    return Math.min(lines.size(), end + CONTEXT);
                }
                end = next + 1;
            }
        }

        private void skip(int from, int to) {
            leftLine += count(from, to, '+');
            rightLine += count(from, to, '-');
        }

        /// Lines that do not have a sign.
        private int count(int from, int to, char sign) {
            return (int) lines.subList(from, to).stream()
                    .filter(line -> line.sign() != sign)
                    .count();
        }

        private void hunk(StringBuilder patch, int first, int end) {
            int left = count(first, end, '+');
            int right = count(first, end, '-');
            int leftStart = left == 0 ? leftLine : leftLine + 1;
            int rightStart = right == 0 ? rightLine : rightLine + 1;
            patch.append("@@ -%d,%d +%d,%d @@".formatted(leftStart, left, rightStart, right))
                    .append('\n');
            for (Line line : lines.subList(first, end)) {
                patch.append(line.sign()).append(line.text());
                if (!line.text().endsWith("\n")) {
                    patch.append("\n\\ No newline at end of file\n");
                }
            }
            skip(first, end);
        }
    }
}
