package stemma.ui.compare;

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
}
