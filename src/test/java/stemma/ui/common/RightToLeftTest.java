package stemma.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RightToLeftTest {
    @Test
    void whatIsWrittenFromRightToLeftIsCutIntoWordsAndSpaces() {
        assertThat(RightToLeft.words("שלום {{name}}  אתה")).containsExactly("שלום", " ", "{{name}}", "  ", "אתה");
        assertThat(RightToLeft.words(" مرحبا")).containsExactly(" ", "مرحبا");
    }

    @Test
    void everythingElseStaysWhole() {
        assertThat(RightToLeft.words("Hello there")).containsExactly("Hello there");
        assertThat(RightToLeft.words("")).containsExactly("");
    }
}
