package stemma.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import stemma.prompt.Json;

/// No text makes a syntax throw or take its time.
class HostileTextTest {
    private static final int LARGE = 1_000_000;
    private static final String[] PIECES = {
        "{", "}", "{{", "}}", "{{{", "}}}", "{%", "%}", "{#", "#}", "$", "${", "$$", "#", "/", "^", "!", "&", ">", "=",
        ".", ":", "|", "(", ")", "[", "]", "'", "\"", "`", "\\", "-", "+", " ", "\n", "\r\n", "a", "b", "items", "if",
        "for", "in", "else", "end", "endif", "endfor", "each", "range", "with", "set", "raw", "endraw", "not", "is",
        "{{#a}}", "{{/a}}", "{{^b}}", "{{/b}}", "{% if a %}", "{% endif %}", "{% for i in l %}", "{% endfor %}",
        "{{range .l}}", "{{end}}", "{{else}}", "{{.}}", "{{a}}", "{{ a|upper }}", "{{/*", "*/}}", "1", "0.5", "\0",
        "\u2028", "é", "\uD83D\uDE00", "\uD83D", "\uFEFF", "😀", "{a}", "{a:{b}}", "{a!r}", ":="
    };

    @Test
    void randomTextIsSurvivedAndTokensAreInOrder() {
        Random random = new Random(42);
        Map<String, Json> values =
                Values.json("{\"a\": \"A\", \"b\": {\"a\": 1}, \"l\": [{\"a\": 2}, [1, 2], null, 3]}");
        for (int round = 0; round < 3_000; round++) {
            StringBuilder made = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                made.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String text = made.toString();
            for (Syntax syntax : Syntaxes.all()) {
                int last = 0;
                for (Token token : syntax.scan(text)) {
                    assertThat(token.start()).as("%s: %s", syntax.id(), text).isGreaterThanOrEqualTo(last);
                    assertThat(token.end()).isGreaterThan(token.start()).isLessThanOrEqualTo(text.length());
                    last = token.end();
                }
                for (Occurrence use : syntax.occurrences(text)) {
                    assertThat(text.substring(use.start(), use.end())).isEqualTo(use.name());
                }
                for (Problem problem : syntax.check(text)) {
                    assertThat(problem.start()).isLessThanOrEqualTo(problem.end());
                    assertThat(problem.end()).isLessThanOrEqualTo(text.length());
                    assertThat(problem.message()).isNotBlank();
                }
                syntax.render(text, values);
            }
        }
    }

    @Test
    void aMegabyteTakesNoLongerThanItMust() {
        List<String> units = List.of(
                "{", "{{", "{{{", "}}", "{% ", "{# ", "{{#a}}", "{{/a}}", "{{#a}}{{#b}}", "{{^a}}\n", "{{a", "{{'{{''",
                "{{\"'{{'\"", "'\"{{ ", "{{ ' ", "{{ a | ", "{{ (", "{{ not ", "{% if a %}", "{% endif %}",
                "{% for a in a %}", "{% if a %}{% for b in c %}{% endif %}", "{% raw %}", "{% raw %}{% ", "{% endraw ",
                "{{range .a}}", "{{if .a}}", "{{end}}", "{{/*", "{{- ", "{a:{b}", "{a:", "{a[", "${", "${a", "$$", "$a",
                "${a}", "a.", " ", "\n", "   {{#a}}   ", "{{a}}", "{{! ", "\\'", "{{ '\\", "{% set a = a ~ a %}",
                "{% else %}", "{{a.a.a.a}}", "{{$a := .b}}", "{% with a = a %}");
        Map<String, Json> values = Values.json("{\"a\": [1, 2], \"b\": true, \"c\": []}");
        for (Syntax syntax : Syntaxes.all()) {
            for (String unit : units) {
                survives(syntax, unit + " repeated", unit.repeat(LARGE / unit.length()), values);
                String less = unit.repeat(LARGE / 5 / unit.length());
                survives(syntax, unit + " repeated in a tag", "{{ " + less + " }}", values);
                survives(syntax, unit + " closed late", less + " }} %} #} */}} }", values);
            }
        }
    }

    private static void survives(Syntax syntax, String what, String text, Map<String, Json> values) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> syntax.render(text, values), () -> syntax.id() + ": " + what);
    }

    @Test
    void sectionsNestedWithoutEndOverflowNothing() {
        int depth = 100_000;
        String text = "{{#a}}".repeat(depth) + "x" + "{{/a}}".repeat(depth);
        assertThat(Syntaxes.of("mustache").check(text))
                .hasSize(1_000)
                .allMatch(problem -> problem.kind() == Problem.Kind.TOO_DEEP);
        Syntaxes.of("mustache").render(text, Values.json("{\"a\": true}"));
    }

    @Test
    void loopsInsideLoopsEndBeforeMemoryDoes() {
        String list = "[" + "1,".repeat(999) + "1]";
        String text = "{{#l}}".repeat(20) + "text" + "{{/l}}".repeat(20);
        Rendering rendering = Syntaxes.of("mustache").render(text, Values.json("{\"l\": " + list + "}"));
        assertThat(rendering.problems()).extracting(Problem::kind).contains(Problem.Kind.TOO_LARGE);
    }
}
