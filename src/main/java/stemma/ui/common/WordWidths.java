package stemma.ui.common;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide the words that are shaped are in a font. A line must have room for the widest one: JavaFX fails when it breaks
/// such a word, or repeats some of it.
///
/// Most words are judged by their letters, each measured once; what may be wider than the room is measured. For the FX
/// thread only.
///
/// @see ShapedText
public final class WordWidths {
    /// @param width in pixels
    public record Word(String text, double width) {
        /// Nothing that needs room.
        public static final Word NONE = new Word("", 0);
    }

    private final Text alone = new Text();
    private final Map<Integer, Double> letters = new HashMap<>();
    private final Map<String, Double> words = new HashMap<>();

    public WordWidths(Font font) {
        alone.setFont(font);
    }

    /// The widest word of a text among those that cannot be broken and are wider than some room; none is looked for that is
    /// not.
    ///
    /// @param room in pixels
    public Word widest(String text, double room) {
        Word widest = new Word("", room);
        if (ShapedText.isIn(text)) {
            for (String line : text.split("\\R")) {
                if (ShapedText.isIn(line)) {
                    widest = widestOfLine(line, widest);
                }
            }
        }
        return widest.text().isEmpty() ? Word.NONE : widest;
    }

    /// Only what may be wider by its letters is cut into words.
    private Word widestOfLine(String line, Word widest) {
        Word now = widest;
        double letters = 0;
        int start = 0;
        for (int at = 0; at < line.length(); ) {
            int letter = line.codePointAt(at);
            if (Character.isWhitespace(letter)) {
                now = letters > now.width() ? wider(now, line.substring(start, at)) : now;
                letters = 0;
                start = at + 1;
            } else {
                letters += ofLetter(letter);
            }
            at += Character.charCount(letter);
        }
        return letters > now.width() ? wider(now, line.substring(start)) : now;
    }

    private Word wider(Word widest, String part) {
        Word now = widest;
        for (String word : ShapedText.words(part)) {
            if (ofLetters(word) > now.width() && staysWhole(word)) {
                double width = words.computeIfAbsent(word, this::measured);
                now = width > now.width() ? new Word(word, width) : now;
            }
        }
        return now;
    }

    /// What has no letters is written as the words around it.
    private static boolean staysWhole(String word) {
        return ShapedText.isIn(word)
                || word.chars().noneMatch(letter ->
                        Character.getDirectionality(letter) == Character.DIRECTIONALITY_LEFT_TO_RIGHT);
    }

    /// At least the width of the word: letters that are joined are not wider than by themselves.
    private double ofLetters(String word) {
        return word.codePoints().mapToDouble(this::ofLetter).sum();
    }

    private double ofLetter(int letter) {
        return letters.computeIfAbsent(letter, some -> measured(Character.toString(some)));
    }

    private double measured(String text) {
        alone.setText(text);
        return alone.getLayoutBounds().getWidth();
    }
}
