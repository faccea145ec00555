package stemma.template;

import static org.assertj.core.api.Assertions.assertThat;
import static stemma.template.Values.missing;
import static stemma.template.Values.problems;
import static stemma.template.Values.render;
import static stemma.template.Values.tokens;
import static stemma.template.Values.variables;

import org.junit.jupiter.api.Test;

class MustacheTest {
    private static final String ID = "mustache";

    @Test
    void tellsVariablesTagsAndComments() {
        assertThat(tokens(ID, "Hi {{name}}, {{{raw}}} {{& amp }}{{! note }}{{#items}}x{{/items}}"))
                .containsExactly(
                        "VARIABLE {{name}}",
                        "VARIABLE {{{raw}}}",
                        "VARIABLE {{& amp }}",
                        "COMMENT {{! note }}",
                        "TAG {{#items}}",
                        "TAG {{/items}}");
    }

    @Test
    void occurrencesPointAtTheName() {
        String text = "a {{  user.name }} {{#each list}}{{this}}{{other}}{{/each}} {{^ empty }}{{/empty}}";
        assertThat(Syntaxes.of(ID).occurrences(text))
                .extracting(use -> text.substring(use.start(), use.end()) + "=" + use.path())
                .containsExactly("user=user.name", "list=list", "other=other", "empty=empty");
        assertThat(Syntaxes.of(ID).occurrences(text))
                .extracting(Occurrence::maybeMember)
                .containsExactly(false, false, true, false);
    }

    @Test
    void fillsInWithoutEscapingForHtml() {
        assertThat(render(ID, "{{a}} {{{a}}} {{&a}} {{b.c}}", "{\"a\": \"<&>\", \"b\": {\"c\": 0.70}}"))
                .isEqualTo("<&> <&> <&> 0.70");
        assertThat(render(ID, "{{user.name}}", "{\"user.name\": \"flat\"}")).isEqualTo("flat");
    }

    @Test
    void sectionsRepeatForListsAndHoldForTruths() {
        String text = "{{#items}}<{{name}}{{sep}}>{{/items}}{{^items}}none{{/items}}";
        assertThat(render(ID, text, "{\"items\": [{\"name\": \"a\"}, {\"name\": \"b\"}], \"sep\": \";\"}"))
                .isEqualTo("<a;><b;>");
        assertThat(render(ID, text, "{\"items\": []}")).isEqualTo("none");
        assertThat(render(ID, "{{#vip}}Dear {{name}}{{/vip}}", "{\"vip\": true, \"name\": \"Ada\"}"))
                .isEqualTo("Dear Ada");
        assertThat(render(ID, "{{#l}}{{.}},{{/l}}", "{\"l\": [1, \"x\", true]}")).isEqualTo("1,x,true,");
    }

    @Test
    void handlebarsHelpersWork() {
        assertThat(render(ID, "{{#if a}}yes{{else}}no{{/if}} {{#unless a}}no{{/unless}}", "{\"a\": 1}"))
                .isEqualTo("yes ");
        assertThat(render(ID, "{{#each l}}{{@index}}:{{this.n}} {{/each}}", "{\"l\": [{\"n\": 5}, {\"n\": 6}]}"))
                .isEqualTo("0:5 1:6 ");
        assertThat(render(ID, "{{#with u}}{{n}}{{/with}}", "{\"u\": {\"n\": \"Bo\"}}")).isEqualTo("Bo");
        assertThat(variables(ID, "{{#if a}}{{b}}{{/if}}")).containsExactly("a", "b");
        assertThat(problems(ID, "{{#if a}}{{else}}{{/if}}{{#each b}}{{/each}}")).isEmpty();
    }

    @Test
    void aSectionTagAloneOnItsLineTakesTheLineAlong() {
        assertThat(render(ID, "a\n  {{#x}}\nb\n{{/x}}\r\nc {{! no }}\nd", "{\"x\": true}")).isEqualTo("a\nb\nc \nd");
    }

    @Test
    void whatHasNoValueStaysAndIsReported() {
        assertThat(render(ID, "{{a}} {{b}} {{ c.d }}", "{\"b\": \"B\"}")).isEqualTo("{{a}} B {{ c.d }}");
        assertThat(missing(ID, "{{a}} {{a}} {{ c.d }} {{#e}}{{/e}}", "{}")).containsExactly("a", "c.d", "e");
    }

    @Test
    void faultsAreReportedWithTheirPlace() {
        assertThat(Syntaxes.of(ID).check("ab {{name")).containsExactly(
                new Problem(Problem.Kind.UNCLOSED_TAG, 3, 5, "{{"));
        assertThat(problems(ID, "{{#a}}{{#b}}{{/a}}")).containsExactly(Problem.Kind.UNCLOSED_SECTION);
        assertThat(problems(ID, "{{/a}}")).containsExactly(Problem.Kind.UNMATCHED_END);
        assertThat(problems(ID, "{{}} {{ two words }} {{>part}} {{else}}"))
                .containsExactly(
                        Problem.Kind.EMPTY_TAG,
                        Problem.Kind.NOT_A_NAME,
                        Problem.Kind.NOT_FILLED_IN,
                        Problem.Kind.MISPLACED_ELSE);
        assertThat(Syntaxes.of(ID).check("{{#a}}").getFirst().message()).isEqualTo("{{#a}} has no end");
    }

    @Test
    void faultyTextIsKeptAsWritten() {
        for (String text : new String[] {
            "{{#a}}\nx\n", "{{/a}}\n", "{{a b}}", "{{", "}}", "{{{a}}", "{{ {{x",
            "{{#a}}{{^b}}\nq{{else}}\n", "{{>p}}\n"
        }) {
            assertThat(render(ID, text, "{}")).isEqualTo(text);
        }
    }

    @Test
    void aBrokenTagDoesNotHideTheNext() {
        assertThat(render(ID, "{{oops {{a}}", "{\"a\": \"A\"}")).isEqualTo("{{oops A");
        assertThat(variables(ID, "{{oops {{a}}")).containsExactly("a");
    }
}
