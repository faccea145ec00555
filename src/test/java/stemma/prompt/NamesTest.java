package stemma.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules for prompt ids, stages and tags.
class NamesTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "a", "support/greeting", "a/b/c/d", "Ünïcode/漢字 😀", "...", ".hidden", "a b", "con", "a\\b:c*"
    })
    void idsAreFree(String id) {
        assertThat(PromptId.problem(id)).isEmpty();
        assertThat(new PromptId(id)).hasToString(id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "``       | must not be empty",
        "`/a`     | must not have an empty part",
        "`a/`     | must not have an empty part",
        "`a//b`   | must not have an empty part",
        "`/`      | must not have an empty part",
        "`.`      | must not have \".\" as a part",
        "`a/../b` | must not have \"..\" as a part",
        "` a`     | begins or ends with a blank",
        "`a /b`   | begins or ends with a blank",
        "`a/\u3000` | begins or ends with a blank",
        "`a\tb`   | must not hold control characters",
        "`a\u0000`  | must not hold control characters",
        "`a\u0085b` | must not hold control characters",
        "`a\u2028b` | must not hold control characters",
        "`\uD800`   | must not hold control characters",
    })
    void idsThatNoStoreCouldKeepAreRefusedByName(String id, String problem) {
        assertThat(PromptId.problem(id).orElse(Sentence.NONE)).contains(problem);
        assertThatThrownBy(() -> new PromptId(id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("prompt id \"")
                .hasMessageContaining(problem)
                .hasMessageMatching("[^\\p{Cntrl}]*");
    }

    @Test
    void anIdIsAtMost255CharactersLong() {
        assertThat(PromptId.problem("a".repeat(255))).isEmpty();
        assertThat(PromptId.problem("a".repeat(256))).contains(Sentence.from("must not be longer than 255 characters"));
    }

    @Test
    void anIdHasAFolderAndAName() {
        assertThat(new PromptId("a/b/c").folder()).isEqualTo("a/b");
        assertThat(new PromptId("a/b/c").name()).isEqualTo("c");
        assertThat(new PromptId("c").folder()).isEmpty();
        assertThat(new PromptId("c").name()).isEqualTo("c");
    }

    @Test
    void stagesAreOrderedAsAPromptTravels() {
        assertThat(new TreeSet<>(List.of(
                        Stage.PRODUCTION, new Stage("qa"), Stage.STAGING, new Stage("alpha"), new Stage("zeta"))))
                .extracting(Stage::name)
                .containsExactly("alpha", "qa", "zeta", "staging", "production");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dev", "Production", "a b", "-a", "_a", "ä", "a/b", "a\n"})
    void stagesThatAreNoWordsAreRefused(String name) {
        assertThat(Stage.isValid(name)).isFalse();
        assertThatThrownBy(() -> new Stage(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("stage \"");
    }

    @Test
    void aStageHasAtMost64Characters() {
        assertThat(Stage.isValid("a".repeat(64))).isTrue();
        assertThat(Stage.isValid("a".repeat(65))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "two words", "ümläut", "漢字", "#1", "a;b", "a/b", "\"quoted\""})
    void tagsAreFreeWords(String tag) {
        assertThat(Tags.problem(tag)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "a,b", "a\nb", "\u0000", "\uDC00"})
    void whatIsNoTagIsRefused(String tag) {
        assertThat(Tags.problem(tag)).isPresent();
        assertThatThrownBy(() -> Tags.of(Set.of("fine", tag)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("tag \"");
    }

    @Test
    void tagsAreSortedAndCannotBeChanged() {
        assertThat(Tags.of(List.of("b", "a", "b"))).containsExactly("a", "b");
        assertThatThrownBy(() -> Tags.of(Set.of("a")).clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(Tags.problem("a".repeat(100))).isEmpty();
        assertThat(Tags.problem("a".repeat(101))).isPresent();
    }
}
