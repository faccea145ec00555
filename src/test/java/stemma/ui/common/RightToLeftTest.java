package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RightToLeftTest {
    @Test
    void whatIsWrittenFromRightToLeftIsCutIntoWordsAndSpaces() {
        assertThat(RightToLeft.words("שלום {{name}}  אתה"))
                .containsExactly("שלום", " ", "{{name}}", " ", " ", "אתה");
        assertThat(RightToLeft.words(" مرحبا")).containsExactly(" ", "مرحبا");
    }

    @Test
    void aWordIsCutWhereALineMayEndToo() {
        assertThat(RightToLeft.words("תל-אביב")).containsExactly("תל-", "אביב");
    }

    @Test
    void aLineInPiecesIsCutAsAWhole() {
        assertThat(RightToLeft.words(List.of("תל", "-אב", "יב x", "")))
                .containsExactly(List.of("תל"), List.of("-", "אב"), List.of("יב", " ", "x"), List.of());
        assertThat(RightToLeft.words(List.of("a b", "", "c"))).containsExactly(List.of("a b"), List.of(""), List.of("c"));
    }

    @Test
    void everythingElseStaysWhole() {
        assertThat(RightToLeft.words("Hello there")).containsExactly("Hello there");
        assertThat(RightToLeft.words("")).containsExactly("");
    }
}
