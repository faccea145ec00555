package stemma.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import stemma.prompt.Content;

class SyntaxesTest {
    @Test
    void listsEverySyntaxUnderItsId() {
        assertThat(Syntaxes.all())
                .extracting(Syntax::id)
                .containsExactly("mustache", "jinja2", "fstring", "go", "dollar", "none");
        for (Syntax syntax : Syntaxes.all()) {
            assertThat(Syntaxes.of(syntax.id())).isSameAs(syntax);
            assertThat(syntax.isKnown()).isTrue();
            assertThat(syntax.title()).isNotBlank();
        }
    }

    @Test
    void theSyntaxOfContentsThatNameNoneExists() {
        assertThat(Syntaxes.of(Content.DEFAULT_SYNTAX).isKnown()).isTrue();
    }

    @Test
    void anUnknownSyntaxFindsNothingAndSaysSo() {
        Syntax unknown = Syntaxes.of("prompty-ng");
        assertThat(unknown.isKnown()).isFalse();
        assertThat(unknown.id()).isEqualTo("prompty-ng");
        String text = "{{a}} {b} $c {% if";
        assertThat(unknown.scan(text)).isEmpty();
        assertThat(unknown.variables(text)).isEmpty();
        assertThat(unknown.check(text)).isEmpty();
        assertThat(unknown.renderText(text, Map.of("a", "x")).text()).isEqualTo(text);
    }

    @Test
    void renamesEveryUseAndNothingElse() {
        Syntax jinja = Syntaxes.of("jinja2");
        assertThat(jinja.rename("name {{ name }} {% if name.first %}{{ x.name }}{% endif %}", "name", "person"))
                .isEqualTo("name {{ person }} {% if person.first %}{{ x.name }}{% endif %}");
    }
}
