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
        Word widest = widths.widest("a-very-long-word-from-left-to-right\nשלום תל-אביב, מרחביה\nאב", 0);
        assertThat(widest).isEqualTo(new Word("מרחביה", width("מרחביה")));
    }

    @Test
    void whatHasNoLettersBelongsToTheWordsAroundIt() {
        assertThat(widths.widest("אב ____________ גד", 0).text()).isEqualTo("____________");
        assertThat(widths.widest("ab ____________ cd", 0)).isEqualTo(Word.NONE);
    }

    @Test
    void joinedLettersAreMeasuredTogether() {
        assertThat(widths.widest("والمستشفيات", 0).width()).isEqualTo(width("والمستشفيات"));
    }

    @Test
    void aWordIsToldOnlyIfItIsWiderThanTheRoom() {
        String text = "من والمستشفيات في";
        double width = width("والمستشفيات");
        assertThat(widths.widest(text, width - 1)).isEqualTo(new Word("والمستشفيات", width));
        assertThat(widths.widest(text, width)).isEqualTo(Word.NONE);
    }

    private static double width(String text) {
        Text alone = new Text(text);
        alone.setFont(FONT);
        return alone.getLayoutBounds().getWidth();
    }
}
