package stemma.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {
    @Test
    void everyContentReadsBackFromItsJson() {
        for (int seed = 0; seed < 1_000; seed++) {
            Content content = RandomValues.content(new Random(seed));
            Content read = Content.fromJson(Json.parseObject(content.toJson().compact()));
            assertThat(read).as("seed %d", seed).isEqualTo(content);
            assertThat(read.checksum()).isEqualTo(content.checksum());
            assertThat(read.toJson().compact()).isEqualTo(content.toJson().compact());
        }
    }

    @Test
    void checksumsAreEqualExactlyWhenContentsAre() {
        Map<String, Content> seen = new HashMap<>();
        for (int seed = 0; seed < 2_000; seed++) {
            Content content = RandomValues.content(new Random(seed));
            Content same = seen.put(content.checksum(), content);
            assertThat(content.checksum()).matches("[0-9a-f]{64}");
            if (same != null) {
                assertThat(content).isEqualTo(same);
            }
        }
    }

    @Test
    void theOrderOfConfigMembersDoesNotCount() {
        Content one = Content.plain("x").withConfig(Json.parseObject("{\"a\": 1, \"b\": {\"c\": 2, \"d\": 3}}"));
        Content other = Content.plain("x").withConfig(Json.parseObject("{\"b\": {\"d\": 3, \"c\": 2}, \"a\": 1}"));
        assertThat(one).isEqualTo(other);
        assertThat(one.checksum()).isEqualTo(other.checksum());
        assertThat(one.toJson().compact()).isNotEqualTo(other.toJson().compact());
    }

    @Test
    void theTextOfANumberCounts() {
        Content one = Content.plain("x").withConfig(Json.parseObject("{\"temperature\": 0.7}"));
        Content other = Content.plain("x").withConfig(Json.parseObject("{\"temperature\": 0.70}"));
        assertThat(one).isNotEqualTo(other);
        assertThat(one.checksum()).isNotEqualTo(other.checksum());
    }

    @Test
    void aChecksumStaysTheSameForever() {
        assertThat(Content.plain("Hello {{name}}\n").checksum())
                .isEqualTo("21999560c27858b9596f70e3466c0f19b3e63b3f3730154a088132c5b037a215");
    }

    @Test
    void aPlainPromptIsNoChatOfOneMessage() {
        Content plain = Content.plain("x");
        Content chat = Content.chat(new Message(Message.USER, "x"));
        assertThat(plain.isPlain()).isTrue();
        assertThat(chat.isPlain()).isFalse();
        assertThat(plain.checksum()).isNotEqualTo(chat.checksum());
    }

    @Test
    void aChatMayBeEmpty() {
        Content empty = Content.chat();
        assertThat(empty.isPlain()).isFalse();
        assertThat(Content.fromJson(empty.toJson())).isEqualTo(empty);
    }

    @Test
    void messagesOfOtherProgramsAreRead() {
        Content content = Content.fromJson(Json.parseObject(
                "{\"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}], \"title\": null, \"config\": null}"));
        assertThat(content).isEqualTo(Content.chat(new Message("user", "Hi")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{} | \"content\" or \"messages\" is missing",
        "{\"content\": null} | \"content\" or \"messages\" is missing",
        "{\"content\": []} | \"content\" must be text",
        "{\"content\": \"x\", \"messages\": []} | must not stand side by side",
        "{\"messages\": {}} | \"messages\" must be a list",
        "{\"messages\": [{\"role\": \"user\"}]} | a message has no \"text\"",
        "{\"messages\": [{\"text\": \"x\"}]} | \"role\" is missing",
        "{\"messages\": [{\"role\": \"\", \"text\": \"x\"}, {\"role\": \"user\", \"text\": \"x\"}]} | needs a role",
        "{\"messages\": [{\"role\": \"a b\", \"text\": \"x\"}]} | role \"a b\"",
        "{\"content\": \"x\", \"variables\": [{}]} | \"name\" is missing",
        "{\"content\": \"x\", \"variables\": [{\"name\": \" \"}]} | needs a name",
        "{\"content\": \"x\", \"variables\": [{\"name\": \"a\"}, {\"name\": \"a\"}]} | \"a\" is declared twice",
        "{\"content\": \"x\", \"variables\": [{\"name\": \"a\", \"required\": 1}]} | must be true or false",
        "{\"content\": \"x\", \"examples\": [{\"input\": 1}]} | \"input\" must be an object",
        "{\"content\": \"x\", \"syntax\": \"\"} | the template syntax needs a name",
        "{\"content\": \"\\ud800\"} | half of a character",
        "{\"content\": \"x\", \"title\": \"\\udc00\"} | half of a character",
    })
    void whatIsWrongIsNamed(String json, String problem) {
        assertThatThrownBy(() -> Content.fromJson(Json.parseObject(json)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void contentsOfChanceJsonFailOnlyInTheOneWay() {
        Random random = new Random(23);
        String[] names = {"content", "messages", "title", "variables", "examples", "config", "role", "text", "name"};
        for (int i = 0; i < 5_000; i++) {
            Json.Object json = renamed(RandomValues.object(random, 3), names, random);
            try {
                Content content = Content.fromJson(json);
                assertThat(Content.fromJson(content.toJson())).isEqualTo(content);
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageNotContaining("null");
            }
        }
    }

    private static Json.Object renamed(Json.Object object, String[] names, Random random) {
        Map<String, Json> members = new HashMap<>();
        for (Json value : object.members().values()) {
            members.put(
                    names[random.nextInt(names.length)],
                    value instanceof Json.Object inner ? renamed(inner, names, random) : value);
        }
        return new Json.Object(members);
    }

    @Test
    void whatAContentHoldsCannotBeChangedFromOutside() {
        Content content = Content.plain("x").withVariables(List.of(Variable.named("a")));
        assertThatThrownBy(() -> content.messages().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> content.variables().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aVariableKnowsItsDefault() {
        Variable variable = new Variable("a", "number", false, Optional.of(new Json.Number("1.50")), "How many");
        Content content = Content.plain("{{a}}").withVariables(List.of(variable));
        assertThat(Content.fromJson(content.toJson()).variables()).containsExactly(variable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "user", "assistant", "tool", "tool-1", "developer", "function.call_2"})
    void rolesAreWords(String role) {
        assertThat(new Message(role, "").role()).isEqualTo(role);
    }
}
