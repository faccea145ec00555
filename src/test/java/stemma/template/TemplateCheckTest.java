package stemma.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.prompt.Content;
import stemma.prompt.Variable;

class TemplateCheckTest {
    @Test
    void tellsTheMessageAndTheLineOfEachProblem() {
        assertThat(found("mustache", "{{a}}", "one\n{{#if b}}\n\n{{a}} {{b"))
                .containsExactly("1:2 UNCLOSED_SECTION {{#if b}}", "1:4 UNCLOSED_TAG {{");
    }

    @ParameterizedTest
    @CsvSource({
        "mustache, Hello {{name",
        "mustache, Hello {{name}",
        "jinja2, {% if name",
        "go, Hello {{.name",
        "fstring, Hello {name",
        "dollar, Hello ${name",
    })
    void theOnlyTagOfATextIsToldWhenItHasNoEnd(String syntax, String text) {
        assertThat(TemplateCheck.of(Values.content(syntax, text)).findings())
                .extracting(finding -> finding.problem().kind())
                .containsExactly(Problem.Kind.UNCLOSED_TAG);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"a\": {\"b\": {}}}",
        "{{\"a\": 1}}",
        "\\frac{{a+b}}{{c}^2}",
        "title = {{NASA} report}",
        "style={{ color: 'red' }}",
        "if (a) {{ b(); }}",
    })
    void bracesOfJsonLatexAndCodeAreNoTemplate(String text) {
        assertThat(found("mustache", text)).isEmpty();
        assertThat(found("mustache", "Answer like this:\n```\n" + text + "\n```\n")).isEmpty();
    }

    @Test
    void whereVariablesAreDeclaredBracesAreMeant() {
        Content content = Values.content("fstring", "{\"a\": 1}");
        assertThat(TemplateCheck.of(content).findings()).isEmpty();
        assertThat(TemplateCheck.of(content.withVariables(List.of(Variable.named("a")))).findings())
                .hasSize(1);
    }

    @Test
    void whatOnlyStemmaCannotFillInIsNoProblem() {
        assertThat(found("mustache", "{{> header}} {{#if (eq a b)}}x{{/if}}")).isEmpty();
        assertThat(found("jinja2", "{% include 'header' %}")).isEmpty();
    }

    @Test
    void nothingIsSaidOfASyntaxThatStemmaDoesNotKnow() {
        assertThat(found("liquid", "{{ a }} {{ b")).isEmpty();
        assertThat(found("none", "{{ a }} {{ b")).isEmpty();
    }

    private static List<String> found(String syntax, String... texts) {
        return TemplateCheck.of(Values.content(syntax, texts)).findings().stream()
                .map(finding -> finding.message() + ":" + finding.line() + " "
                        + finding.problem().kind() + " " + finding.problem().subject())
                .toList();
    }
}
