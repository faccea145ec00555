package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import stemma.ui.common.WordWidths.Word;

class WordWidthsTest {
    private static final Font FONT = Font.font("System", 14);

    private final WordWidths widths = new WordWidths(FONT);

    @Test
    void theWidestWordFromRightToLeftIsToldWithItsWidth() {
        Word widest = widths.widest("a-very-long-word-from-left-to-right\nשלום תל-אביב, מרחביה\nאב");
        assertThat(widest).isEqualTo(new Word("מרחביה", width("מרחביה")));
    }

    @Test
    void whatHasNoLettersBelongsToTheWordsAroundIt() {
        assertThat(widths.widest("אב ____________ גד").text()).isEqualTo("____________");
        assertThat(widths.widest("ab ____________ cd")).isEqualTo(Word.NONE);
    }

    @Test
    void joinedLettersAreMeasuredTogether() {
        assertThat(widths.widest("والمستشفيات").width()).isEqualTo(width("والمستشفيات"));
    }

    private static double width(String text) {
        Text alone = new Text(text);
        alone.setFont(FONT);
        return alone.getLayoutBounds().getWidth();
    }
}
