package stemma.template;

import static org.assertj.core.api.Assertions.assertThat;
import static stemma.template.Values.missing;
import static stemma.template.Values.problems;
import static stemma.template.Values.render;
import static stemma.template.Values.tokens;
import static stemma.template.Values.variables;

import org.junit.jupiter.api.Test;

class JinjaTest {
    private static final String ID = "jinja2";

    @Test
    void tellsVariablesTagsAndComments() {
        assertThat(tokens(ID, "{{ a.b|upper }}{% if x %}{# why #}{%- endif -%}"))
                .containsExactly(
                        "VARIABLE {{ a.b|upper }}", "TAG {% if x %}", "COMMENT {# why #}", "TAG {%- endif -%}");
    }

    @Test
    void countsOnlyWhatTheCallerSupplies() {
        assertThat(variables(ID, "{% for i in items if i.ok %}{{ loop.index }} {{ i.name }} {{ outer }}{% endfor %}"))
                .containsExactly("items", "outer");
        assertThat(variables(ID, "{{ i }}{% for i in x %}{% endfor %}{{ i }}")).containsExactly("i", "x");
        assertThat(variables(ID, "{% set a = b ~ c %}{{ a }}")).containsExactly("b", "c");
        assertThat(variables(ID, "{% macro m(p, q=1) %}{{ p }}{{ z }}{% endmacro %}{{ m(v, q=w) }}"))
                .containsExactly("z", "v", "w");
        assertThat(variables(ID, "{{ a if b is defined and not c else 'd' }}{{ range(n) }}"))
                .containsExactly("a", "b", "c", "n");
        assertThat(variables(ID, "{{ x | default(y) | join(', ') }} {{ \"}} {{ q\" }} {{ o['k'] }}"))
                .containsExactly("x", "y", "o");
        assertThat(variables(ID, "{% raw %}{{ no }}{% endraw %}{{ yes }}")).containsExactly("yes");
        assertThat(variables(ID, "{% for k, v in d.items() %}{{ k }}{{ v }}{% endfor %}")).containsExactly("d");
        assertThat(variables(ID, "{% with a = b %}{{ a }}{% endwith %}{{ a }}")).containsExactly("b", "a");
    }

    @Test
    void resolvesTheExpressionsThatPromptsUse() {
        String values =
                "{\"a\": \"Ab\", \"n\": 3, \"l\": [\"x\", \"y\"], \"o\": {\"k\": \"v\"}, \"t\": true, \"z\": null}";
        assertThat(render(ID, "{{ a }} {{ a|upper }} {{ a | lower|trim }}", values)).isEqualTo("Ab AB ab");
        assertThat(render(ID, "{{ o.k }}{{ o['k'] }}{{ l[1] }}{{ l.0 }}", values)).isEqualTo("vvyx");
        assertThat(render(ID, "{{ l|join(', ') }} {{ l|length }} {{ l|first }}", values)).isEqualTo("x, y 2 x");
        assertThat(render(ID, "{{ t }} {{ z }} {{ o }}", values)).isEqualTo("True None {\"k\": \"v\"}");
        assertThat(render(ID, "{{ u|default('none given') }}", values)).isEqualTo("none given");
        assertThat(render(ID, "{{ 'yes' if n >= 3 and 'x' in l else 'no' }}", values)).isEqualTo("yes");
        assertThat(render(ID, "{{ a ~ '-' ~ n }}", values)).isEqualTo("Ab-3");
        assertThat(render(ID, "{% if u is defined %}1{% elif n == 3.0 %}2{% else %}3{% endif %}", values))
                .isEqualTo("2");
        assertThat(render(ID, "{% if not t %}1{% else %}2{% endif %}", values)).isEqualTo("2");
        assertThat(missing(ID, "{{ u|default(1) }}{% if u is defined %}{% endif %}", values)).isEmpty();
    }

    @Test
    void loopsAndAssignments() {
        assertThat(render(
                        ID,
                        "{% for m in l %}{{ loop.index }}.{{ m.r }}{% if not loop.last %}, {% endif %}{% endfor %}",
                        "{\"l\": [{\"r\": \"a\"}, {\"r\": \"b\"}]}"))
                .isEqualTo("1.a, 2.b");
        assertThat(render(ID, "{% for a, b in l %}{{ a }}{{ b }};{% else %}none{% endfor %}", "{\"l\": [[1, 2]]}"))
                .isEqualTo("12;");
        assertThat(render(ID, "{% for a in l %}{% else %}none{% endfor %}", "{\"l\": []}")).isEqualTo("none");
        assertThat(render(ID, "{% if y %}{% set x = y %}{% endif %}{{ x }}", "{\"y\": \"Y\"}")).isEqualTo("Y");
    }

    @Test
    void dashesTrimAndRawKeeps() {
        assertThat(render(ID, "a \n {{- x -}} \n b{# c -#}  d", "{\"x\": 1}")).isEqualTo("a1bd");
        assertThat(render(ID, "{% raw %}{{ x }}{% endraw %}{{ x }}", "{\"x\": 1}")).isEqualTo("{{ x }}1");
    }

    @Test
    void whatIsBeyondUsStaysAsWrittenAndIsReported() {
        String text = "{{ x|wordwrap(3) }} {% for k in d.items() %}{{ k }}{% endfor %} {{ a + b }}";
        Rendering rendering = Syntaxes.of(ID).render(text, Values.json("{\"x\": 1, \"d\": {}, \"a\": 1, \"b\": 2}"));
        assertThat(rendering.text()).isEqualTo(text);
        assertThat(rendering.missing()).isEmpty();
        assertThat(rendering.problems())
                .extracting(Problem::subject)
                .containsExactly(
                        "{{ x|wordwrap(3) }}", "{% for k in d.items() %}{{ k }}{% endfor %}", "{{ a + b }}");
    }

    @Test
    void faultsAreReportedWithTheirPlace() {
        assertThat(problems(ID, "{{ a")).containsExactly(Problem.Kind.UNCLOSED_TAG);
        assertThat(problems(ID, "{% if a %}{% for b in c %}{% endif %}"))
                .containsExactly(Problem.Kind.UNCLOSED_SECTION);
        assertThat(problems(ID, "{% endfor %}{% else %}{% frobnicate %}{{ }}"))
                .containsExactly(
                        Problem.Kind.UNMATCHED_END,
                        Problem.Kind.MISPLACED_ELSE,
                        Problem.Kind.UNKNOWN_TAG,
                        Problem.Kind.EMPTY_TAG);
        assertThat(problems(ID, "{% raw %}{{")).containsExactly(Problem.Kind.UNCLOSED_SECTION);
        assertThat(problems(ID, "{% if a %}{% elif b %}{% else %}{% endif %}{# {{ #}")).isEmpty();
    }
}
