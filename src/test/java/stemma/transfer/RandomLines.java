package stemma.transfer;

import java.util.Random;

/// Lines of chance, the same for the same seed.
final class RandomLines {
    private static final String[] PIECES = {
        "word", " ", "\\n", "\\r\\n", "\\t", "{{name}}", "---", "é", "e\u0301", "漢字", "😀", "\\u0000", "\\\"", "\\\\",
        "\u2028", "\uFEFF", "```", "\\u001b"
    };

    private RandomLines() {}

    /// Lines that are all fine, although labels and stages may meet.
    static String versions(Random random, int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("{\"prompt\": \"p").append(random.nextInt(8)).append("/x\", \"version\": \"")
                    .append(random.nextInt(3)).append('.').append(random.nextInt(3)).append(".0\"");
            lines.append(random.nextBoolean()
                    ? ", \"content\": \"" + text(random) + "\""
                    : ", \"messages\": [{\"role\": \"user\", \"text\": \"" + text(random) + "\"}]");
            if (random.nextBoolean()) {
                lines.append(", \"title\": \"").append(text(random)).append('"');
            }
            if (random.nextBoolean()) {
                lines.append(", \"message\": \"").append(text(random)).append('"');
            }
            if (random.nextInt(3) == 0) {
                lines.append(", \"stages\": [\"production\"], \"tags\": [\"t").append(random.nextInt(3)).append("\"]");
            }
            if (random.nextInt(3) == 0) {
                lines.append(", \"createdAt\": \"2026-01-0").append(1 + random.nextInt(9)).append("T10:20:30-05:30\"");
            }
            if (random.nextInt(3) == 0) {
                lines.append(", \"config\": {\"b\": 1.50, \"a\": \"").append(text(random)).append("\"}");
            }
            lines.append("}\n");
        }
        return lines.toString();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    /// A line with some of its characters changed, dropped or doubled.
    static String broken(Random random, String line) {
        StringBuilder text = new StringBuilder(line);
        for (int i = 1 + random.nextInt(4); i > 0 && !text.isEmpty(); i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.setCharAt(at, (char) random.nextInt(0x300));
                case 2 -> text.insert(at, "{}[]\",:\\0".charAt(random.nextInt(9)));
                default -> text.delete(at, Math.min(text.length(), at + random.nextInt(20)));
            }
        }
        return text.toString();
    }
}
