package stemma.ui.common;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Texts whose letters are shaped together. JavaFX 26 cannot wrap a line within a run of them: what is written from right to
/// left fails with an `ArrayIndexOutOfBoundsException` in `PrismTextLayout.computeTrailingSpaceWidth`, and on Linux Indic and
/// Thai letters, letters with combining marks and joined emoji are repeated at the end of the line. Between two runs it
/// can. So they are cut into words where each can be a run of its own, and elsewhere they are not wrapped.
public final class ShapedText {
    private static final boolean LINUX = System.getProperty("os.name").startsWith("Linux");

    /// What `com.sun.javafx.text.ScriptMapper` calls complex: the first and the last of each range.
    private static final NavigableMap<Integer, Integer> COMPLEX = ranges(
            0x300, 0x36F, 0x590, 0x6FF, 0x900, 0xE7F, 0xF00, 0x109F, 0x1100, 0x11FF, 0x13A0, 0x13FF, 0x1780, 0x17FF,
            0x1C50, 0x1C7F, 0x200C, 0x200D, 0x202A, 0x202E, 0x206A, 0x206F, 0xAB70, 0xABFF, 0x11080, 0x110CF, 0x12000,
            0x1254F);

    private static final Set<Character.UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            Character.UnicodeScript.THAI,
            Character.UnicodeScript.MYANMAR,
            Character.UnicodeScript.KHMER,
            Character.UnicodeScript.TIBETAN);

    /// The letter after one of these is written below the one before.
    private static final String STACKING = "\u1039\u17D2";

    private ShapedText() {}

    private static NavigableMap<Integer, Integer> ranges(int... borders) {
        NavigableMap<Integer, Integer> ranges = new TreeMap<>();
        for (int i = 0; i < borders.length; i += 2) {
            ranges.put(borders[i], borders[i + 1]);
        }
        return ranges;
    }

    /// Whether some of a text is shaped so that JavaFX cannot wrap it.
    public static boolean isIn(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                || LINUX && text.codePoints().anyMatch(ShapedText::isComplex);
    }

    private static boolean isComplex(int letter) {
        return letter >= COMPLEX.firstKey() && letter <= COMPLEX.floorEntry(letter).getValue();
    }

    /// Wraps the lines of a text area, unless some of its text is shaped.
    public static void wrap(TextArea area) {
        area.wrapTextProperty().bind(area.textProperty().map(text -> !isIn(text)));
    }

    /// Wraps the text of a label, which is as high as its lines, unless some of it is shaped; that is cut at the end of its
    /// line, and whole in a tooltip.
    public static void wrap(Labeled label) {
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.wrapTextProperty().bind(label.textProperty().map(text -> !isIn(text)).orElse(true));
        label.textProperty().subscribe(text -> {
            if (text != null && isIn(text)) {
                label.setTooltip(new Tooltip(text));
            }
        });
    }

    /// The words of a text and the spaces between them; a text that is not shaped stays whole.
    public static List<String> words(String text) {
        return words(List.of(text)).getFirst();
    }

    /// The words, and parts of words, of each piece of a line: the line may end after each of the words, and a word is in
    /// several pieces if they are cut within it.
    public static List<List<String>> words(List<String> pieces) {
        String line = String.join("", pieces);
        if (!isIn(line)) {
            return pieces.stream().map(List::of).toList();
        }
        BitSet ends = ends(line);
        List<List<String>> words = new ArrayList<>();
        int at = 0;
        for (String piece : pieces) {
            List<String> own = new ArrayList<>();
            int start = 0;
            for (int end = 1; end <= piece.length(); end++) {
                if (end == piece.length() || ends.get(at + end)) {
                    own.add(piece.substring(start, end));
                    start = end;
                }
            }
            words.add(own);
            at += piece.length();
        }
        return words;
    }

    private static BitSet ends(String line) {
        BitSet ends = borders(BreakIterator.getLineInstance(), line);
        for (int at = 0; at < line.length(); at++) {
            if (Character.isWhitespace(line.charAt(at))) {
                ends.set(at, at + 2); // several spaces in one run could be broken as well
            }
        }
        BitSet letters = borders(BreakIterator.getCharacterInstance(), line);
        letters.stream().filter(at -> isBetweenLettersWithoutSpaces(line, at)).forEach(ends::set);
        ends.and(letters);
        return ends;
    }

    private static BitSet borders(BreakIterator breaks, String line) {
        BitSet borders = new BitSet();
        breaks.setText(line);
        for (int at = breaks.first(); at != BreakIterator.DONE; at = breaks.next()) {
            borders.set(at);
        }
        return borders;
    }

    private static boolean isBetweenLettersWithoutSpaces(String line, int at) {
        return at > 0
                && at < line.length()
                && WITHOUT_SPACES.contains(Character.UnicodeScript.of(line.codePointBefore(at)))
                && STACKING.indexOf(line.charAt(at - 1)) < 0
                && Character.getType(line.codePointAt(at)) != Character.COMBINING_SPACING_MARK;
    }
}
