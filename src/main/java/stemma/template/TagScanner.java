package stemma.template;

import java.util.HashMap;
import java.util.Map;

/// Finds tags such as `{{ … }}` and what they hold, whatever the text, in linear time: it remembers where a search
/// came back empty, and a text full of broken tags loses the luxury of closing braces inside quotes.
final class TagScanner {
    private final String text;
    private final String openers;
    private final String quotes;
    private final int[] noQuoteBefore;
    private int wasted;
    private final Map<String, Integer> found = new HashMap<>();

    /// @param openers the characters that make a tag after a `{`
    /// @param quotes the characters that begin and end a string inside a tag
    TagScanner(String text, String openers, String quotes) {
        this.text = text;
        this.openers = openers;
        this.quotes = quotes;
        this.noQuoteBefore = new int[quotes.length()];
    }

    /// The next beginning of a tag at or after `from`, or -1.
    int nextOpening(int from) {
        for (int i = text.indexOf('{', from); i >= 0; i = text.indexOf('{', i + 1)) {
            if (isOpening(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isOpening(int index) {
        return text.charAt(index) == '{'
                && index + 1 < text.length()
                && openers.indexOf(text.charAt(index + 1)) >= 0;
    }

    /// Where the tag whose inside begins at `from` has its closing delimiter, or -1 when another tag begins first
    /// or none follows.
    int closing(int from, String delimiter) {
        if (find(delimiter, from) < 0) {
            return -1;
        }
        int i = from;
        while (i < text.length()) {
            if (text.startsWith(delimiter, i)) {
                return i;
            }
            if (isOpening(i)) {
                break;
            }
            int quote = wasted > 2 * text.length() ? -1 : quotes.indexOf(text.charAt(i));
            i = quote < 0 ? i + 1 : afterString(i, quote);
        }
        wasted += i - from;
        return -1;
    }

    /// As `indexOf`, but a text without the delimiter is searched to its end only once. Meant for positions that
    /// only grow.
    int find(String delimiter, int from) {
        Integer last = found.get(delimiter);
        if (last != null && (last == -1 || last >= from)) {
            return last;
        }
        int index = text.indexOf(delimiter, from);
        found.put(delimiter, index);
        return index;
    }

    /// A string ends on its line; a lone quote is a character like any other.
    private int afterString(int start, int quote) {
        if (start < noQuoteBefore[quote]) {
            return start + 1;
        }
        char mark = quotes.charAt(quote);
        int i = start + 1;
        for (; i < text.length() && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (c == '\\' && mark != '`') {
                i++;
            } else if (c == mark) {
                return i + 1;
            }
        }
        noQuoteBefore[quote] = Math.min(i, text.length());
        return start + 1;
    }
}
