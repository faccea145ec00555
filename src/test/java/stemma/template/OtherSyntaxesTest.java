package stemma.template;

import static org.assertj.core.api.Assertions.assertThat;
import static stemma.template.Values.missing;
import static stemma.template.Values.problems;
import static stemma.template.Values.render;
import static stemma.template.Values.tokens;
import static stemma.template.Values.variables;

import org.junit.jupiter.api.Test;

class OtherSyntaxesTest {
    @Test
    void formatFieldsAndDoubledBraces() {
        assertThat(tokens("fstring", "{{\"a\": {x}}} {y.z} {l[0]} {n!r} {w:>{width}}"))
                .containsExactly(
                        "ESCAPE {{",
                        "VARIABLE {x}",
                        "ESCAPE }}",
                        "VARIABLE {y.z}",
                        "VARIABLE {l[0]}",
                        "VARIABLE {n!r}",
                        "VARIABLE {w:>{width}}");
        assertThat(variables("fstring", "{{\"a\": {x}}} {y.z} {l[0]} {w:>{width}}"))
                .containsExactly("x", "y", "l", "w", "width");
        assertThat(render(
                        "fstring",
                        "{{{x}}} {l[0]} {y.z!s} {t}",
                        "{\"x\": 1, \"l\": [7], \"y\": {\"z\": 8}, \"t\": true}"))
                .isEqualTo("{1} 7 8 True");
    }

    @Test
    void unescapedBracesOfJsonAreFaultsNotVariables() {
        String text = "Answer with {\"a\": 1} please }";
        assertThat(variables("fstring", text)).isEmpty();
        assertThat(problems("fstring", text)).containsExactly(Problem.Kind.NOT_A_NAME, Problem.Kind.STRAY_BRACE);
        assertThat(render("fstring", text, "{}")).isEqualTo(text);
        assertThat(problems("fstring", "{} {a")).containsExactly(Problem.Kind.EMPTY_TAG, Problem.Kind.UNCLOSED_TAG);
        assertThat(render("fstring", "{n:.2f}", "{\"n\": 1}")).isEqualTo("{n:.2f}");
    }

    @Test
    void dollarNamesAndPrices() {
        assertThat(tokens("dollar", "$a ${b} $$c $5 $")).containsExactly("VARIABLE $a", "VARIABLE ${b}", "ESCAPE $$");
        assertThat(variables("dollar", "$a ${b} $$c $5")).containsExactly("a", "b");
        assertThat(render("dollar", "$a-${a}b $$a $5 $zz", "{\"a\": \"A\"}")).isEqualTo("A-Ab $a $5 $zz");
        assertThat(missing("dollar", "$a ${b}", "{\"a\": 1}")).containsExactly("b");
        assertThat(problems("dollar", "${a ${} ${1}"))
                .containsExactly(Problem.Kind.NOT_A_NAME, Problem.Kind.NOT_A_NAME);
        assertThat(problems("dollar", "${")).containsExactly(Problem.Kind.UNCLOSED_TAG);
    }

    @Test
    void goFieldsAndActions() {
        assertThat(tokens("go", "{{.a}} {{if .b}}{{/* c */}}{{- end}}"))
                .containsExactly("VARIABLE {{.a}}", "TAG {{if .b}}", "COMMENT {{/* c */}}", "TAG {{- end}}");
        assertThat(variables("go", "{{.a.b}} {{range .items}}{{.name}}{{$.title}}{{end}}{{with .w}}{{.x}}{{end}}"))
                .containsExactly("a", "items", "title", "w");
        assertThat(variables("go", "{{$x := .a}}{{$x}}{{$x.b}}{{if and .p (eq .q \"r\")}}{{.s}}{{end}}"))
                .containsExactly("a", "p", "q", "s");
    }

    @Test
    void goFillsIn() {
        String values = "{\"a\": {\"b\": \"B\"}, \"l\": [{\"n\": 1}, {\"n\": 2}], \"t\": true, \"e\": []}";
        assertThat(render("go", "{{.a.b}} {{range .l}}{{.n}}{{$.t}};{{end}}", values)).isEqualTo("B 1true;2true;");
        assertThat(render("go", "{{range $i, $v := .l}}{{$i}}={{$v.n}} {{end}}", values)).isEqualTo("0=1 1=2 ");
        assertThat(render("go", "{{if .no}}1{{else if eq .a.b \"B\"}}2{{else}}3{{end}}", values)).isEqualTo("2");
        assertThat(render("go", "{{with .a}}{{.b}}{{else}}none{{end}}{{range .e}}{{else}}none{{end}}", values))
                .isEqualTo("Bnone");
        assertThat(render("go", "x  {{- .a.b -}}  y{{len .l}}{{$q := .t}}{{$q}}", values)).isEqualTo("xBy2true");
        assertThat(render("go", "{{.gone}} {{printf \"%d\" .t}}", values)).isEqualTo("{{.gone}} {{printf \"%d\" .t}}");
    }

    @Test
    void goFaults() {
        assertThat(problems("go", "{{if .a}}")).containsExactly(Problem.Kind.UNCLOSED_SECTION);
        assertThat(problems("go", "{{end}}{{else}}{{}}{{name}}{{"))
                .containsExactly(
                        Problem.Kind.UNMATCHED_END,
                        Problem.Kind.MISPLACED_ELSE,
                        Problem.Kind.EMPTY_TAG,
                        Problem.Kind.NOT_A_NAME,
                        Problem.Kind.UNCLOSED_TAG);
    }
}
