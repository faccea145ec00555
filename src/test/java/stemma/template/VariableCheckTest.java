package stemma.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import stemma.prompt.Content;
import stemma.prompt.Variable;
import stemma.template.VariableCheck.Finding;
import stemma.template.VariableCheck.Place;
import stemma.template.VariableCheck.State;

class VariableCheckTest {
    @Test
    void tellsUsedUnusedAndUndeclaredWithTheirMessages() {
        VariableCheck check = VariableCheck.of(
                declaring(Values.content("mustache", "{{a}}", "x {{a}} {{stranger}}"), "a", "left_over"));
        assertThat(check.findings())
                .extracting(Finding::name, Finding::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", State.USED),
                        org.assertj.core.groups.Tuple.tuple("left_over", State.UNUSED),
                        org.assertj.core.groups.Tuple.tuple("stranger", State.UNDECLARED));
        assertThat(check.findings().getFirst().places()).extracting(VariableCheck.Place::message).containsOnly(0, 1);
        assertThat(check.findings().getFirst().places()).containsExactly(new Place(0, 2, 3), new Place(1, 4, 5));
        assertThat(check.unused()).extracting(Finding::name).containsExactly("left_over");
        assertThat(check.undeclared()).extracting(Finding::name).containsExactly("stranger");
    }

    @Test
    void guessesARename() {
        VariableCheck check =
                VariableCheck.of(
                        declaring(Values.content("jinja2", "{{ user_name }} {{ qestion }}"), "userName", "question"));
        assertThat(check.findings()).extracting(finding -> finding.suggestion().orElse("-"))
                .containsExactly("user_name", "qestion", "userName", "question");
    }

    @Test
    void aMemberOfASectionIsNoFault() {
        VariableCheck check =
                VariableCheck.of(
                        declaring(
                                Values.content("mustache", "{{#users}}{{name}}{{tone}}{{/users}}"), "users", "tone"));
        assertThat(check.undeclared()).isEmpty();
        assertThat(check.unused()).isEmpty();
        assertThat(check.findings().getLast().state()).isEqualTo(State.MAYBE_MEMBER);
    }

    @Test
    void aDottedNameMayBeDeclaredAsItStands() {
        VariableCheck check = VariableCheck.of(declaring(Values.content("mustache", "{{user.name}}"), "user.name"));
        assertThat(check.findings()).extracting(Finding::state).containsExactly(State.USED);
    }

    @Test
    void nothingIsUnusedInASyntaxThatStemmaDoesNotKnow() {
        assertThat(VariableCheck.of(declaring(Values.content("liquid", "{{ a }}"), "a")).unused()).isEmpty();
        assertThat(VariableCheck.of(declaring(Values.content("none", "{{ a }}"), "a")).unused()).hasSize(1);
    }

    private static Content declaring(Content content, String... names) {
        List<Variable> variables = Stream.of(names).map(Variable::named).toList();
        return content.withVariables(variables);
    }
}
