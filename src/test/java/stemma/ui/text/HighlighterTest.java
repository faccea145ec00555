package stemma.ui.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import stemma.template.Syntax;
import stemma.template.Syntaxes;

class HighlighterTest {
    @Test
    void tokensLieOverMarkdown() {
        assertThat(styled("# A {{b}} c\n- `d {{e}}` <f>\n```\n{{g}}\n```\n", "mustache"))
                .containsExactly(
                        "md-heading:# A ",
                        "template-variable:{{b}}",
                        "md-heading: c",
                        "md-bullet:-",
                        "md-code:`d ",
                        "template-variable:{{e}}",
                        "md-code:`",
                        "md-tag:<f>",
                        "md-code:```",
                        "template-variable:{{g}}",
                        "md-code:```");
    }

    @Test
    void aTokenOverSeveralLinesIsOneSpan() {
        assertThat(styled("# a {{! b\n- c\n# d }} e\n- f", "mustache"))
                .containsExactly(
                        "md-heading:# a ", "template-comment:{{! b\n- c\n# d }}", "md-heading: e", "md-bullet:-");
    }

    @Test
    void spansAreInOrderAndNeverOverlapOnAnyText() {
        String[] pieces = {"{{", "}}", "#", " ", "\n", "`", "```", "<", ">", "a", "-", "1.", "!", "{% if a %}", "{#"};
        Random random = new Random(3);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder made = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                made.append(pieces[random.nextInt(pieces.length)]);
            }
            for (Syntax syntax : Syntaxes.all()) {
                int last = 0;
                for (Span span : Highlighter.spans(made.toString(), syntax)) {
                    assertThat(span.start()).isGreaterThanOrEqualTo(last);
                    assertThat(span.end()).isGreaterThan(span.start()).isLessThanOrEqualTo(made.length());
                    last = span.end();
                }
            }
        }
    }

    @Test
    void aLineOfTooManySpansStaysPlainAtItsEnd() {
        String text = "{{a}} ".repeat(300) + "\n{{b}}";
        List<Span> thinned = Highlighter.thinned(text, Highlighter.spans(text, Syntaxes.of("mustache")));
        assertThat(thinned).hasSize(Highlighter.MOST_IN_A_LINE + 1);
        assertThat(thinned.getLast().start()).isEqualTo(text.indexOf("{{b}}"));
    }

    @Test
    void aMegabyteIsColouredInTime() {
        for (String unit : List.of("`", "<a", "# ", "```\n", "`\n", "<", "{{a}} `b`\n", " ")) {
            String text = unit.repeat(1_000_000 / unit.length());
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Highlighter.spans(text, Syntaxes.of("mustache")));
        }
    }

    private static List<String> styled(String text, String syntax) {
        return Highlighter.spans(text, Syntaxes.of(syntax)).stream()
                .map(span -> span.styles().getFirst() + ":" + text.substring(span.start(), span.end()))
                .toList();
    }
}
