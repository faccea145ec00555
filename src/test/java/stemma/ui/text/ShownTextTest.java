package stemma.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShownTextTest {
    @Test
    void evenLineEndsLeaveNoMark() {
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            ShownText translation = ShownText.of("a" + end + "b" + end);
            assertThat(translation.shown("a" + end + "b" + end)).isEqualTo("a\nb\n");
            assertThat(translation.exact("a\nb\n\n")).isEqualTo("a" + end + "b" + end + end);
        }
    }

    @Test
    void aLineThatEndsOtherwiseKeepsItsEnd() {
        String exact = "a\nb\r\nc\nd\re\n\r\n";
        ShownText translation = ShownText.of(exact);
        assertThat(translation.shown(exact)).isEqualTo("a\nb¶\nc\nd←\ne\n¶\n");
        assertThat(translation.exact(translation.shown(exact))).isEqualTo(exact);
    }

    @Test
    void positionsAreTranslated() {
        String exact = "ab\ncd\r\nef\n";
        ShownText translation = ShownText.of(exact);
        String shown = translation.shown(exact);
        int exactPosition = exact.indexOf("ef");
        int shownPosition = shown.indexOf("ef");
        assertThat(translation.shownPosition(shown, exactPosition)).isEqualTo(shownPosition);
        assertThat(translation.exactPosition(shown, shownPosition)).isEqualTo(exactPosition);
    }

    @Test
    void pastedLineEndsBecomeTheTextsOwn() {
        ShownText translation = ShownText.of("a\r\nb\r\n");
        assertThat(translation.exact(translation.pasted("x\ny\rz\r\n"))).isEqualTo("x\r\ny\r\nz\r\n");
    }

    @Test
    void anyTextComesBackExactly() {
        String[] pieces = {
            "\n", "\r", "\r\n", "a", "↓", "¶", "←", "\uE000", "\uE001", "\0", "\u0007", "\u007F", "\t",
            "\u2028", "\u2029", "\u0085", "\u000B", "\f", "\uFEFF", "\u200B", "\u200D", "😀", "\u2400", "\u2407"
        };
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder made = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                made.append(pieces[random.nextInt(pieces.length)]);
            }
            String exact = made.toString();
            ShownText translation = ShownText.of(exact);
            String shown = translation.shown(exact);
            assertThat(shown).doesNotContain("\r").doesNotContain("\0");
            assertThat(translation.exact(shown)).isEqualTo(exact);
        }
    }
}
