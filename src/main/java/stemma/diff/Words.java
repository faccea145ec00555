package stemma.diff;

import java.util.List;

/// Small English for summaries.
final class Words {
    private static final int SHOWN = 40;

    private Words() {}

    /// "a", "a and b", "a, b and c".
    static String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        int last = items.size() - 1;
        return String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }

    /// "1 message", "2 messages".
    static String count(int count, String noun) {
        return count + " " + (count == 1 ? noun : noun + "s");
    }

    /// Fit for one line: cut, and without line ends.
    static String shown(String text) {
        String line = text.replaceAll("\\s+", " ");
        if (line.length() <= SHOWN) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(SHOWN - 2)) ? SHOWN - 2 : SHOWN - 1;
        return line.substring(0, end) + "…";
    }
}
