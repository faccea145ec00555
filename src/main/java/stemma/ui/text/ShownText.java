package stemma.ui.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Between the exact text and what a text control can hold.
///
/// Text controls know one line end, `\n`, and lose or choke on control characters. Therefore each text gets its
/// own translation when it is loaded: the most frequent line end becomes `\n`; a line that ends otherwise gets a
/// visible mark before its `\n`, which travels with the line through editing, copying and undo; each control
/// character becomes a visible stand-in. Marks and stand-ins are characters that the loaded text does not have, so
/// the way back is exact.
final class ShownText {
    private static final String[] ENDS = {"\n", "\r\n", "\r"};
    private static final char[] PREFERRED_MARKS = {'\u2193', '\u00B6', '\u2190'};
    private static final char CONTROL_PICTURES = '\u2400';
    private static final char PRIVATE_USE = '\uE000';
    private static final char PRIVATE_USE_END = '\uF8FF';

    private final String lineEnd;
    private final char[] marks = new char[ENDS.length];
    private final Map<Character, Character> standIns = new HashMap<>();
    private final Map<Character, Character> controls = new HashMap<>();

    private ShownText(String exact) {
        int[] counts = new int[ENDS.length];
        boolean[] present = new boolean[Character.MAX_VALUE + 1];
        for (int i = 0; i < exact.length(); i++) {
            char c = exact.charAt(i);
            present[c] = true;
            if (c == '\n') {
                counts[0]++;
            } else if (c == '\r') {
                boolean pair = i + 1 < exact.length() && exact.charAt(i + 1) == '\n';
                counts[pair ? 1 : 2]++;
                i += pair ? 1 : 0;
            }
        }
        int most = 0;
        for (int i = 1; i < ENDS.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        lineEnd = ENDS[most];
        for (int i = 0; i < ENDS.length; i++) {
            marks[i] = unused(PREFERRED_MARKS[i], present);
        }
        for (char c = 0; c <= 0x7F; c++) {
            if (isControl(c)) {
                char picture = c == 0x7F ? '\u2421' : (char) (CONTROL_PICTURES + c);
                char standIn = unused(picture, present);
                standIns.put(c, standIn);
                controls.put(standIn, c);
            }
        }
    }

    /// The translation that fits a text.
    static ShownText of(String exact) {
        return new ShownText(exact);
    }

    private static char unused(char preferred, boolean[] present) {
        char candidate = preferred;
        for (char next = PRIVATE_USE; present[candidate] && next < PRIVATE_USE_END; next++) {
            candidate = next;
        }
        present[candidate] = true;
        return candidate;
    }

    private static boolean isControl(char c) {
        return c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == 0x7F;
    }

    /// Whether the translation can hold this text too without loss: it has none of the marks and stand-ins.
    boolean canHold(String exact) {
        for (int i = 0; i < exact.length(); i++) {
            char c = exact.charAt(i);
            if (controls.containsKey(c) || c == marks[0] || c == marks[1] || c == marks[2]) {
                return false;
            }
        }
        return true;
    }

    /// What the control shows for a text; line ends other than the usual one are marked.
    String shown(String exact) {
        return translate(exact, true);
    }

    /// What the control shows for text that is pasted: its line ends become the usual ones.
    /// Halves of characters, which no file can hold, become `\uFFFD`.
    String pasted(String foreign) {
        return translate(whole(foreign), false);
    }

    private static String whole(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().forEach(c -> whole.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
        return whole.toString();
    }

    private String translate(String text, boolean marked) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                int length = endLength(text, i);
                int end = c == '\n' ? 0 : length == 2 ? 1 : 2;
                if (marked && !ENDS[end].equals(lineEnd)) {
                    shown.append(marks[end]);
                }
                shown.append('\n');
                i += length - 1;
            } else if (isControl(c)) {
                shown.append(standIns.get(c).charValue());
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    private boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || isControl(c) || c == '\n' && !lineEnd.equals("\n")) {
                return false;
            }
        }
        return true;
    }

    private static int endLength(String text, int at) {
        return text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n' ? 2 : 1;
    }

    /// The exact text of what the control shows.
    String exact(String shown) {
        StringBuilder exact = null;
        int copied = 0;
        for (int i = 0; i < shown.length(); i++) {
            String stands = standsFor(shown, i);
            if (stands != null) {
                exact = exact == null ? new StringBuilder(shown.length() + 64) : exact;
                exact.append(shown, copied, i).append(stands);
                i += shownLength(shown, i) - 1;
                copied = i + 1;
            }
        }
        return exact == null ? shown : exact.append(shown, copied, shown.length()).toString();
    }

    /// Where a position of the exact text is in the control.
    int shownPosition(String shown, int exactPosition) {
        int exact = 0;
        int i = 0;
        while (i < shown.length() && exact < exactPosition) {
            String stands = standsFor(shown, i);
            exact += stands == null ? 1 : stands.length();
            i += stands == null ? 1 : shownLength(shown, i);
        }
        return i;
    }

    /// Where a position in the control is in the exact text.
    int exactPosition(String shown, int shownPosition) {
        return exact(shown.substring(0, Math.min(shownPosition, shown.length()))).length();
    }

    private @Nullable String standsFor(String shown, int at) {
        char c = shown.charAt(at);
        if (c == '\n') {
            return lineEnd.equals("\n") ? null : lineEnd;
        }
        if (c < '\u00A0') {
            return null;
        }
        if (at + 1 < shown.length() && shown.charAt(at + 1) == '\n') {
            for (int i = 0; i < ENDS.length; i++) {
                if (c == marks[i]) {
                    return ENDS[i];
                }
            }
        }
        Character control = controls.get(c);
        return control == null ? null : control.toString();
    }

    private int shownLength(String shown, int at) {
        char c = shown.charAt(at);
        boolean mark = c == marks[0] || c == marks[1] || c == marks[2];
        return mark && !controls.containsKey(c) ? 2 : 1;
    }
}
