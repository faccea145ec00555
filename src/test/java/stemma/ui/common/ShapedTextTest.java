package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ShapedTextTest {
    @Test
    void whatIsWrittenFromRightToLeftIsCutIntoWordsAndSpaces() {
        assertThat(ShapedText.words("שלום {{name}}  אתה"))
                .containsExactly("שלום", " ", "{{name}}", " ", " ", "אתה");
        assertThat(ShapedText.words(" مرحبا")).containsExactly(" ", "مرحبا");
    }

    @Test
    void aWordIsCutWhereALineMayEndToo() {
        assertThat(ShapedText.words("תל-אביב")).containsExactly("תל-", "אביב");
    }

    @Test
    void aLineInPiecesIsCutAsAWhole() {
        assertThat(ShapedText.words(List.of("תל", "-אב", "יב x", "")))
                .containsExactly(List.of("תל"), List.of("-", "אב"), List.of("יב", " ", "x"), List.of());
        assertThat(ShapedText.words(List.of("a b", "", "c"))).containsExactly(List.of("a b"), List.of(""), List.of("c"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void lettersThatAreShapedTogetherAreCutIntoWordsToo() {
        assertThat(ShapedText.words("नमस्ते {{name}}")).containsExactly("नमस्ते", " ", "{{name}}");
        assertThat(ShapedText.words("Cafe\u0301 noir")).containsExactly("Cafe\u0301", " ", "noir");
        assertThat(ShapedText.words("a 👨‍👩‍👧‍👦👩🏽‍💻🇩🇪 b")).containsExactly("a", " ", "👨‍👩‍👧‍👦👩🏽‍💻🇩🇪", " ", "b");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void wordsThatAreWrittenWithoutSpacesAreCutBetweenTheirLetters() {
        assertThat(ShapedText.words("กำลังที่")).containsExactly("กำ", "ลั", "ง", "ที่");
        assertThat(ShapedText.words("ក្ខមែ")).as("Khmer").containsExactly("ក្ខ", "មែ");
        assertThat(ShapedText.words("မြန်မာ")).as("Burmese").containsExactly("မြ", "န်", "မာ");
    }

    @Test
    void everythingElseStaysWhole() {
        assertThat(ShapedText.words("Hello there")).containsExactly("Hello there");
        assertThat(ShapedText.words("Café 😀 東京 Привет")).containsExactly("Café 😀 東京 Привет");
        assertThat(ShapedText.words("")).containsExactly("");
    }
}
