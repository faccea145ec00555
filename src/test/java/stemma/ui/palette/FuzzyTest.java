package stemma.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FuzzyTest {
    private static Fuzzy typed(String text) {
        return Fuzzy.of(Typed.words(text));
    }

    private static List<String> order(String typed, String... texts) {
        Fuzzy wanted = typed(typed);
        return Stream.of(texts)
                .filter(text -> wanted.score(Fuzzy.lower(text)).isPresent())
                .sorted(Comparator.comparingInt((String text) ->
                                wanted.score(Fuzzy.lower(text)).orElseThrow())
                        .reversed())
                .toList();
    }

    @Test
    void initialsFindTheWordsTheyBegin() {
        assertThat(order("cwp", "Show white space", "Compare with production", "cow pie", "Promote"))
                .startsWith("Compare with production")
                .doesNotContain("Promote", "Show white space");
    }

    @Test
    void theBeginningOfAWordBeatsItsMiddleAndThatBeatsStrewnLetters() {
        assertThat(order("greet", "a great review of everything typed", "regreets", "support/greeting"))
                .containsExactly("support/greeting", "regreets", "a great review of everything typed");
    }

    @Test
    void wordsMayComeInAnyOrderAndAllMustMatch() {
        assertThat(order("prod comp", "Compare with production", "Compare with draft"))
                .containsExactly("Compare with production");
    }

    @Test
    void caseDoesNotMatter() {
        assertThat(typed("PROM").score(Fuzzy.lower("Promote…"))).isPresent();
    }

    @Test
    void nothingTypedMatchesEverythingAlike() {
        assertThat(typed("  ").score("anything")).hasValue(0);
    }

    @Test
    void theMarkedLettersAreTheOnesThatCount() {
        assertThat(typed("cwp").places("compare with production").stream().toArray()).containsExactly(0, 8, 13);
        assertThat(typed("pro").places("compare with production").stream().toArray()).containsExactly(13, 14, 15);
    }

    @Test
    void lettersWhoseLowerCaseIsLongerKeepTheirPlaces() {
        assertThat(Fuzzy.lower("İstanbul X")).hasSameSizeAs("İstanbul X");
    }
}
