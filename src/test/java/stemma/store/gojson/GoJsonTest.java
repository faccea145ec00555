package stemma.store.gojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import stemma.prompt.Json;

class GoJsonTest {
    private static String written(String json) {
        return new String(GoJson.bytes(Json.parse(json)), StandardCharsets.UTF_8);
    }

    @Test
    void whatHtmlWouldReadIsEscapedAndTheRestIsNot() {
        Json text = new Json.Text("<b> & \u2028\u2029 ü 😀 \" \\ / \n\r\t\b\f \u0001\u007F");
        assertThat(new String(GoJson.bytes(text), StandardCharsets.UTF_8))
                .isEqualTo("\"\\u003cb\\u003e \\u0026 \\u2028\\u2029 ü 😀 \\\" \\\\ / \\n\\r\\t\\b\\f \\u0001\u007F\"");
    }

    @Test
    void keysAreEscapedToo() {
        assertThat(written("{\"<\": 1}")).isEqualTo("{\n  \"\\u003c\": 1\n}");
    }

    @Test
    void emptyListsAndObjectsStandOnOneLine() {
        assertThat(written("{\"a\": [], \"b\": {}, \"c\": [[], {\"d\": null}]}"))
                .isEqualTo("{\n  \"a\": [],\n  \"b\": {},\n  \"c\": [\n    [],\n    {\n      \"d\": null\n    }\n  ]\n}");
    }

    @Test
    void mapsAreSortedByBytesNotByUtf16() {
        Json.Object map = new Json.Object(Map.of("😀", Json.Number.of(1), "\uFB01", Json.Number.of(2), "a", Json.Number.of(3)));
        assertThat(((Json.Object) GoJson.sorted(map)).members().keySet()).containsExactly("a", "\uFB01", "😀");
    }

    @Test
    void timesHaveNoMoreDigitsThanNeeded() {
        assertThat(GoJson.time(Instant.parse("2026-02-15T10:00:00Z")).value()).isEqualTo("2026-02-15T10:00:00Z");
        assertThat(GoJson.time(Instant.parse("2026-02-15T10:00:00.1205Z")).value()).isEqualTo("2026-02-15T10:00:00.1205Z");
        assertThat(GoJson.time(Instant.parse("2026-02-15T10:00:00.000000001Z")).value())
                .isEqualTo("2026-02-15T10:00:00.000000001Z");
        assertThat(GoJson.time(GoJson.NO_TIME).value()).isEqualTo("0001-01-01T00:00:00Z");
    }

    @Test
    void timesWithAnyOffsetAreRead() {
        Json.Object json = Json.parseObject("{\"T\": \"2026-02-15T10:00:00.123456789+01:00\", \"E\": \"\"}");
        assertThat(GoJson.time(json, "t")).isEqualTo(Instant.parse("2026-02-15T09:00:00.123456789Z"));
        assertThat(GoJson.time(json, "missing")).isEqualTo(GoJson.NO_TIME);
        assertThatThrownBy(() -> GoJson.time(json, "E")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fieldsAreFoundWhateverTheCaseAndTheLastOneCounts() {
        Json.Object json = Json.parseObject("{\"id\": \"a\", \"ID\": \"b\", \"created_at\": \"x\"}");
        assertThat(GoJson.text(json, "Id")).isEqualTo("b");
        assertThat(GoJson.text(json, "CreatedAt")).isEmpty();
    }

    @Test
    void aSetFieldKeepsItsPlaceAndANewOneComesToItsOwn() {
        List<String> fields = List.of("a", "b", "c");
        Json.Object json = Json.parseObject("{\"A\": 1, \"c\": 3, \"x\": 9}");
        Optional<Json> two = Optional.of(Json.Number.of(2));
        assertThat(GoJson.with(json, fields, "b", two).compact()).isEqualTo("{\"A\": 1, \"b\": 2, \"c\": 3, \"x\": 9}");
        assertThat(GoJson.with(json, fields, "a", two).compact()).isEqualTo("{\"A\": 2, \"c\": 3, \"x\": 9}");
        assertThat(GoJson.with(json, fields, "c", Optional.empty()).compact()).isEqualTo("{\"A\": 1, \"x\": 9}");
    }

    @Test
    void whatIsNoTextInUtf8IsRefused() {
        assertThatThrownBy(() -> GoJson.read(new byte[] {'{', (byte) 0xff, '}'}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UTF-8");
    }
}
