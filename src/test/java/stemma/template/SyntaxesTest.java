package stemma.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import stemma.prompt.Content;
import stemma.prompt.Json;

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
        assertThat(unknown.render(text, Map.of("a", new Json.Text("x"))).text()).isEqualTo(text);
    }
}
