package stemma.ui.common;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;

/// Texts that are written from right to left. JavaFX 26 fails with an `ArrayIndexOutOfBoundsException` in
/// `PrismTextLayout.computeTrailingSpaceWidth` when it wraps a line within such a run; between two runs it does not. So they
/// are cut into words where each can be a run of its own, and elsewhere they are not wrapped.
public final class RightToLeft {
    private RightToLeft() {}

    /// Whether some of a text is written from right to left.
    public static boolean isIn(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    /// Wraps the lines of a text area, unless some of its text is written from right to left.
    public static void wrap(TextArea area) {
        area.wrapTextProperty().bind(area.textProperty().map(text -> !isIn(text)));
    }

    /// Wraps the text of a label, unless some of it is written from right to left; that is cut at the end of its line,
    /// and whole in a tooltip.
    public static void wrap(Labeled label) {
        label.wrapTextProperty().bind(label.textProperty().map(text -> !isIn(text)).orElse(true));
        label.textProperty().subscribe(text -> {
            if (text != null && isIn(text)) {
                label.setTooltip(new Tooltip(text));
            }
        });
    }

    /// The words of a text and the spaces between them; a text that is written from left to right stays whole.
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
        BitSet ends = new BitSet();
        BreakIterator breaks = BreakIterator.getLineInstance();
        breaks.setText(line);
        for (int end = breaks.first(); end != BreakIterator.DONE; end = breaks.next()) {
            ends.set(end);
        }
        for (int at = 0; at < line.length(); at++) {
            if (Character.isWhitespace(line.charAt(at))) {
                ends.set(at, at + 2); // several spaces in one run could be broken as well
            }
        }
        return ends;
    }
}
