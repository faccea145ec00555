package stemma.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import stemma.template.Syntaxes;

class PieceWriterTest {
    @Test
    void whatIsNotExpectedIsShownByASign() {
        assertThat(shown("a\u200Bb\u200Dc\u00A0d", false)).isEqualTo("a¦b¦c␣d");
    }

    @Test
    void aJoinerIsExpectedWhereItJoins() {
        assertThat(shown("👨\u200D👩\u200D👧 क्\u200Dष", false)).isEqualTo("👨\u200D👩\u200D👧 क्\u200Dष");
        assertThat(shown("👨\u200D👩", true)).as("with signs").isEqualTo("👨¦👩");
    }

    private static String shown(String text, boolean signs) {
        return new PieceWriter(signs)
                .plain(new Source(text, Syntaxes.of("mustache")), 0, text.length())
                .piece()
                .text();
    }
}
