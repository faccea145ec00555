package stemma.ui.text;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.fxmisc.richtext.TextExt;
import stemma.ui.common.ShapedText;
import stemma.ui.common.WordWidths;
import stemma.ui.common.WordWidths.Word;

/// How an area of RichTextFX wraps lines whose letters are shaped: each word and each space is a node of its own, and an
/// area without room for the widest word does not wrap, since JavaFX cannot break it.
///
/// @see ShapedText
final class Wrapping {
    /// Beside the text: what the gutter takes, in the size of the font.
    private static final double GUTTER = 4;

    /// Beside the text: its padding and a scroll bar, in pixels.
    private static final double AROUND = 50;

    /// Of the room. Narrower words are not measured, so that a little less room needs no other look at the text.
    private static final double MEASURED = 0.5;

    /// Of a text that was not looked at, since there is no room yet.
    private static final Word UNKNOWN = new Word("", Double.MAX_VALUE);

    private final Text sample = new Text();
    private final ObservableDoubleValue width;
    private final Supplier<String> text;
    private final ReadOnlyBooleanWrapper wraps = new ReadOnlyBooleanWrapper(this, "wraps", true);
    private WordWidths widths = new WordWidths(sample.getFont());
    private Word widest = Word.NONE;

    /// In pixels; what is wider was measured.
    private double measuredFrom = Double.MAX_VALUE;

    /// @param width of the area with its scroll bars, which come and go with wrapping
    /// @param text all of the area's text
    Wrapping(ObservableDoubleValue width, Supplier<String> text) {
        this.width = width;
        this.text = text;
        sample.getStyleClass().addAll("text", "widest");
        sample.setManaged(false);
        sample.fontProperty().subscribe((_, font) -> {
            widths = new WordWidths(font);
            measuredFrom = Double.MAX_VALUE;
            fit();
        });
        width.subscribe(_ -> fit());
    }

    /// Has the font of the area's text once it is in the area, and the widest kind of it.
    Node sample() {
        return sample;
    }

    ReadOnlyBooleanProperty wraps() {
        return wraps.getReadOnlyProperty();
    }

    private void fit() {
        if (width.get() > 0) {
            if (measuredFrom > Math.max(0, room())) {
                measure();
            }
            decide();
            forget();
        }
    }

    private double room() {
        return width.get() - GUTTER * sample.getFont().getSize() - AROUND;
    }

    private void measure() {
        measuredFrom = MEASURED * Math.max(0, room());
        widest = widths.widest(text.get(), measuredFrom);
    }

    private void decide() {
        wraps.set(widest == Word.NONE || widest.width() <= room());
    }

    /// To be told before lines are laid out with other words than before.
    void willBe(String lines) {
        Word word = width.get() > 0
                ? widths.widest(lines, Math.max(measuredFrom, widest.width()))
                : ShapedText.isIn(lines) ? UNKNOWN : Word.NONE;
        if (word != Word.NONE) {
            widest = word;
            decide();
        }
    }

    /// To be told when words may have gone. Only where it is in the way, the widest word is looked for.
    void forget() {
        if (!wraps.get() && !text.get().contains(widest.text())) {
            measure();
            decide();
        }
    }

    /// Makes nodes of the words of a line, whatever has cut it before.
    static void cut(TextFlow line) {
        List<TextExt> pieces = line.getChildren().stream()
                .filter(TextExt.class::isInstance)
                .map(TextExt.class::cast)
                .toList();
        Iterator<List<String>> words = ShapedText.words(pieces.stream().map(Text::getText).toList()).iterator();
        for (TextExt piece : pieces) {
            List<String> own = words.next();
            if (own.size() > 1) {
                int place = line.getChildren().indexOf(piece);
                line.getChildren().remove(place);
                line.getChildren().addAll(place, nodes(own, piece.getStyleClass()));
            }
        }
    }

    private static List<Node> nodes(List<String> words, List<String> styles) {
        List<Node> nodes = new ArrayList<>();
        for (String word : words) {
            TextExt node = new TextExt(word);
            node.setTextOrigin(VPos.TOP);
            node.getStyleClass().setAll(styles);
            nodes.add(node);
        }
        return nodes;
    }
}
