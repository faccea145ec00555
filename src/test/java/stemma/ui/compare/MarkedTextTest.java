package stemma.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.ui.common.Theme;

class MarkedTextTest {
    @BeforeAll
    static void startToolkit() {
        Toolkit.start();
    }

    /// JavaFX cannot break a word from right to left.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "والمستشفياتوالمستشفياتوالمستشفيات",
                "שלום לכם ולבריאויותיהםולבריאויותיהםולבריאויותיהם",
                "short {{name}} والمستشفياتوالمستشفياتوالمستشفيات and on",
                "תל-אביב תל-אביב תל-אביב",
                "שלום      ____________ שלום"
            })
    void aWordFromRightToLeftMayBeWiderThanItsColumn(String text) {
        MarkedText marked = new MarkedText();
        assertThatCode(() -> Toolkit.run(() -> {
                    Toolkit.scene(new Pane(marked), Theme.Appearance.LIGHT, 400, 300);
                    marked.show(
                            new Piece(text, List.of(), List.of(new Tone(0, text.length() / 4, Tone.Kind.VARIABLE))),
                            List.of(new Mark(0, text.length(), Mark.Kind.INSERTED)));
                    for (int width = 150; width > 0; width -= 7) {
                        marked.resize(width, marked.prefHeight(width));
                        marked.layout();
                        marked.placeAt(5, 5);
                    }
                }))
                .doesNotThrowAnyException();
    }

    /// JavaFX repeats letters that are shaped together when it breaks a line within them.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "कृपया अपना प्रश्न विस्तार से लिखें, और हमेशा विनम्रता से उत्तर दें",
                "นกกาบนตกงานรอคนมาชมของสวยงาม ยามเยนคนเดนทางกลบบานชวนกนนอนหลบสบาย",
                "Cafe\u0301 noir with marks that are letters of their own",
                "Family 👨‍👩‍👧‍👦 in a line of words that is long enough to be wrapped"
            })
    void nothingIsRepeatedAtTheEndOfALine(String text) {
        MarkedText marked = new MarkedText();
        Toolkit.run(() -> {
            Toolkit.scene(new Pane(marked), Theme.Appearance.LIGHT, 400, 300);
            marked.show(new Piece(text, List.of(), List.of()), List.of());
            for (int width = 300; width > 100; width -= 7) {
                marked.resize(width, marked.prefHeight(width));
                marked.layout();
                assertThat(marked.lookupAll(".row-words"))
                        .as("at " + width)
                        .extracting(node -> node.getLayoutBounds().getMaxX())
                        .allMatch(end -> end <= marked.getWidth());
            }
        });
    }
}
