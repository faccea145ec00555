package stemma.ui.common;

import java.text.Bidi;
import java.util.ArrayList;
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
        if (!isIn(text)) {
            return List.of(text);
        }
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int at = 1; at < text.length(); at++) {
            if (isSpace(text, at) != isSpace(text, at - 1)) {
                words.add(text.substring(start, at));
                start = at;
            }
        }
        words.add(text.substring(start));
        return words;
    }

    private static boolean isSpace(String text, int at) {
        return Character.isWhitespace(text.charAt(at));
    }
}
