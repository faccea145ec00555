package stemma.ui.text;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
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

    private final Text sample = new Text();
    private final Supplier<String> text;
    private final ObjectProperty<Word> widest = new SimpleObjectProperty<>(this, "widest", Word.NONE);
    private final BooleanBinding wraps;
    private WordWidths widths = new WordWidths(sample.getFont());

    /// @param width of the area with its scroll bars, which come and go with wrapping
    /// @param text all of the area's text
    Wrapping(ObservableDoubleValue width, Supplier<String> text) {
        this.text = text;
        wraps = Bindings.createBooleanBinding(() -> hasRoom(width.get()), width, widest);
        sample.getStyleClass().addAll("text", "widest");
        sample.setManaged(false);
        sample.fontProperty().subscribe(font -> {
            widths = new WordWidths(font);
            if (widest.get() != Word.NONE) {
                widest.set(widths.widest(text.get()));
            }
        });
        width.subscribe(is -> forget());
    }

    /// Has the font of the area's text once it is in the area, and the widest kind of it.
    Node sample() {
        return sample;
    }

    BooleanBinding wraps() {
        return wraps;
    }

    private boolean hasRoom(double width) {
        return widest.get() == Word.NONE
                || width >= widest.get().width() + GUTTER * sample.getFont().getSize() + AROUND;
    }

    /// To be told before lines are laid out with other words than before.
    void willBe(String lines) {
        Word word = widths.widest(lines);
        if (word.width() > widest.get().width()) {
            widest.set(word);
        }
    }

    /// To be told when words may have gone. Only where it is in the way, the widest word is looked for.
    void forget() {
        if (!wraps.get() && !text.get().contains(widest.get().text())) {
            widest.set(widths.widest(text.get()));
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
