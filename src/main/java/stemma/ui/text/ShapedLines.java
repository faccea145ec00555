package stemma.ui.text;

import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.GenericStyledArea;
import org.fxmisc.richtext.NavigationActions.SelectionPolicy;
import stemma.ui.common.ShapedText;

/// The keys that go up and down, and to the ends of a line, where letters are shaped. RichTextFX loses count of the lines
/// of such a paragraph, since it takes the last letter of a word for all that is joined to it; here a line is where it is seen.
///
/// @see ShapedText
final class ShapedLines {
    private final GenericStyledArea<?, ?, ?> area;

    /// Where the caret would like to be on the way up or down, and where it was left on that way.
    private double column;

    private int left = -1;

    ShapedLines(GenericStyledArea<?, ?, ?> area) {
        this.area = area;
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || !event.getCode().isNavigationKey() || !isShapedHere()) {
            return;
        }
        Optional<Bounds> caret = area.getCaretBounds();
        if (caret.isPresent() && goes(event, caret.get())) {
            area.requestFollowCaret();
            event.consume();
        }
    }

    private boolean isShapedHere() {
        int here = area.getCurrentParagraph();
        return IntStream.rangeClosed(here - 1, here + 1)
                .filter(line -> line >= 0 && line < area.getParagraphs().size())
                .anyMatch(line -> ShapedText.isIn(area.getText(line)));
    }

    private boolean goes(KeyEvent event, Bounds caret) {
        SelectionPolicy policy = event.isShiftDown() ? SelectionPolicy.ADJUST : SelectionPolicy.CLEAR;
        switch (event.getCode()) {
            case UP -> goTo(caret, -caret.getHeight(), policy);
            case DOWN -> goTo(caret, caret.getHeight(), policy);
            case HOME -> area.moveTo(start(caret), policy);
            case END -> area.moveTo(end(caret), policy);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void goTo(Bounds caret, double by, SelectionPolicy policy) {
        Point2D here = area.screenToLocal(caret.getCenterX(), caret.getCenterY());
        if (left != area.getCaretPosition()) {
            column = here.getX();
        }
        area.moveTo(area.hit(column, here.getY() + by).getInsertionIndex(), policy);
        left = area.getCaretPosition();
    }

    private int start(Bounds caret) {
        int start = area.getCaretPosition();
        int first = start - area.getCaretColumn();
        while (start > first && isBeside(caret, start - 1)) {
            start--;
        }
        return start;
    }

    /// Behind the blank that a line is wrapped at, the caret would be in the next one.
    private int end(Bounds caret) {
        int end = area.getCaretPosition();
        int last = end - area.getCaretColumn() + area.getParagraphLength(area.getCurrentParagraph());
        while (end < last && isBeside(caret, end)) {
            end++;
        }
        boolean isWrapped = end < last && end > area.getCaretPosition() && area.getText(end - 1, end).equals(" ");
        return isWrapped ? end - 1 : end;
    }

    /// What has no place of its own, such as a mark, is where the letters around it are.
    private boolean isBeside(Bounds caret, int letter) {
        return area.getCharacterBoundsOnScreen(letter, letter + 1)
                .filter(place -> place.getWidth() > 0)
                .map(place -> place.getCenterY() > caret.getMinY() && place.getCenterY() < caret.getMaxY())
                .orElse(true);
    }
}
