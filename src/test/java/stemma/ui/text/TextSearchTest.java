package stemma.ui.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import stemma.prompt.Sentence;
import stemma.ui.text.TextSearch.Match;
import stemma.ui.text.TextSearch.Options;

class TextSearchTest {
    private static final Options PLAIN = new Options(false, false, false);
    private static final Options REGEX = new Options(true, false, true);

    @Test
    void findsByCaseWordAndPattern() throws Exception {
        assertThat(search("a", PLAIN).find("A a Ä").matches()).containsExactly(new Match(0, 1), new Match(2, 3));
        assertThat(search("ä", PLAIN).find("A a Ä").matches()).containsExactly(new Match(4, 5));
        assertThat(search("a", new Options(true, false, false)).find("A a").matches()).hasSize(1);
        assertThat(search("cat", new Options(false, true, false)).find("cat concat cat2 cat.").matches())
                .containsExactly(new Match(0, 3), new Match(16, 19));
        assertThat(search("{{x}}", new Options(false, true, false)).find("a {{x}} b").matches()).hasSize(1);
        assertThat(search("^b|d$", REGEX).find("a\nb d\nbd").matches()).hasSize(4);
        assertThat(search("x*", REGEX).find("aaxxa").matches()).containsExactly(new Match(2, 4));
        assertThat(search("a|b", new Options(true, true, true)).find("a ab b").matches()).hasSize(2);
    }

    @Test
    void replacesAllAsOneEdit() throws Exception {
        assertThat(search("a", PLAIN).replaceAll("xaya$1z", "$1\\"))
                .contains(new EditHistory.Edit(1, "aya", "$1\\y$1\\"));
        assertThat(search("(\\w)=(\\w)", REGEX).replaceAll("p a=b c=d q", "$2=$1"))
                .contains(new EditHistory.Edit(2, "a=b c=d", "b=a d=c"));
        assertThat(search("a", PLAIN).replaceFirst("a a a", "bb", 2)).contains(new EditHistory.Edit(2, "a", "bb"));
        assertThat(search("q", PLAIN).replaceAll("aaa", "b")).isEmpty();
    }

    @Test
    void badPatternsAndReplacementsAreSaid() throws Exception {
        assertThatThrownBy(() -> search("a(", REGEX)).hasMessage("Unclosed group");
        assertThatThrownBy(() -> search("a)(?:b", new Options(true, true, true)))
                .isInstanceOf(TextSearch.BadPattern.class);
        TextSearch good = search("a", REGEX);
        assertThatThrownBy(() -> good.replaceAll("a", "$3")).hasMessageContaining("No group 3");
        assertThatThrownBy(() -> good.replaceAll("a", "\\")).isInstanceOf(TextSearch.BadPattern.class);
    }

    @Test
    void whatIsUsuallyWrongCanBeSaidInOtherLanguages() throws Exception {
        for (String pattern : List.of(
                "a(", "a)", "*", "[a", "[b-a]", "a{", "a{1", "a{2,1}", "\\", "\\q", "\\x", "\\u1", "(?z)", "\\p{Foo}", "\\p{",
                "(?<a", "(?<1>a)", "\\k<x>", "(?<a>x)(?<a>y)")) {
            assertThatThrownBy(() -> search(pattern, REGEX)).satisfies(TextSearchTest::isRecognised);
        }
        TextSearch good = search("a(b)", REGEX);
        for (String replacement : List.of("$2", "${x}", "$x", "$", "${", "\\")) {
            assertThatThrownBy(() -> good.replaceAll("ab", replacement)).satisfies(TextSearchTest::isRecognised);
        }
    }

    private static void isRecognised(Throwable problem) {
        assertThat(Sentence.from(problem)).hasToString(problem.getMessage());
        assertThat(Sentence.from(problem).pattern()).as(problem.getMessage()).isNotEqualTo("{0}");
    }

    @Test
    void aPatternThatWouldTakeAgesIsStopped() {
        assertTimeoutPreemptively(Duration.ofSeconds(8), () -> {
            assertThat(search("(a+)+(a+)+(a+)+b", REGEX).find("a".repeat(5_000)).stopped()).isTrue();
            assertThat(search("(x|y)*z", REGEX).find("xy".repeat(100_000)).stopped()).isTrue();
            assertThat(search("a", PLAIN).find("a".repeat(20_000)).stopped()).isTrue();
        });
    }

    private static TextSearch search(String query, Options options) throws TextSearch.BadPattern {
        return new TextSearch(query, options, System::nanoTime);
    }
}
