package stemma.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final String TROUBLE = "{}[]\",:\\u0eE+-.tfn\uD83D ";

    @Test
    void everyValueReadsBackFromEachOfItsForms() {
        for (int seed = 0; seed < 500; seed++) {
            Json value = RandomValues.json(new Random(seed), 4);
            assertThat(Json.parse(value.compact())).as("seed %d", seed).isEqualTo(value);
            assertThat(Json.parse(value.pretty())).as("seed %d", seed).isEqualTo(value);
            assertThat(Json.parse(value.canonical())).as("seed %d", seed).isEqualTo(value);
            assertThat(Json.parse(value.compact()).compact()).isEqualTo(value.compact());
            assertThat(value.compact()).doesNotContain("\n");
        }
    }

    @Test
    void everyFormCanBeWrittenAsUtf8() {
        Json value = new Json.Text("\uD800 \uDC00\uD800 😀 \u0000 \u001F \u2028 \"\\\b\f\n\r\t");
        String text = value.compact();
        assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(text);
        assertThat(Json.parse(text)).isEqualTo(value);
        assertThat(text).contains("\\ud800", "\\udc00", "😀", "\\u0000", "\\u001f");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "0.70", "1.0", "1e5", "1E+05", "-12.340e-7", "123456789012345678901234567890"})
    void numbersKeepTheirText(String number) {
        assertThat(Json.parse(number)).isEqualTo(new Json.Number(number));
        assertThat(Json.parse(" " + number + "\n").compact()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01", "-", "+1", ".5", "5.", "1e", "1e+", "0x1", "NaN", "Infinity", "1 2", "1_0", "١"})
    void whatIsNoNumberIsRefused(String number) {
        assertThatThrownBy(() -> new Json.Number(number)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.parse(number)).isInstanceOf(JsonException.class);
    }

    @Test
    void membersKeepTheirOrderButEqualityIgnoresIt() {
        Json one = Json.parse("{\"b\": 1, \"a\": {\"d\": 2, \"c\": 3}}");
        Json other = Json.parse("{\"a\": {\"c\": 3, \"d\": 2}, \"b\": 1}");
        assertThat(one.compact()).isEqualTo("{\"b\": 1, \"a\": {\"d\": 2, \"c\": 3}}");
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.canonical()).isEqualTo(other.canonical()).startsWith("{\"a\"");
    }

    @Test
    void canonicalTextIsEqualExactlyWhenValuesAre() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            Json value = RandomValues.json(random, 4);
            assertThat(shuffled(value, random).canonical()).isEqualTo(value.canonical());
        }
    }

    private static Json shuffled(Json value, Random random) {
        return switch (value) {
            case Json.Object object -> {
                List<Map.Entry<String, Json>> entries = new ArrayList<>(object.members().entrySet());
                Collections.shuffle(entries, random);
                Map<String, Json> members = new LinkedHashMap<>();
                entries.forEach(entry -> members.put(entry.getKey(), shuffled(entry.getValue(), random)));
                yield new Json.Object(members);
            }
            case Json.Array array ->
                new Json.Array(array.items().stream().map(item -> shuffled(item, random)).toList());
            default -> value;
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "``                       | 1 | 1  | a value is missing at the end",
        "nul                      | 1 | 1  | a value is expected, found 'n'",
        "[1, 2                    | 1 | 6  | ']' is expected, found the end",
        "[1,]                     | 1 | 4  | a value is expected, found ']'",
        "{\"a\" 1}                | 1 | 6  | ':' is expected, found '1'",
        "{a: 1}                   | 1 | 2  | a member name in quotes is expected, found 'a'",
        "{\"a\": 1, \"a\": 2}     | 1 | 10 | the member \"a\" stands twice",
        "{\"a\": 1,}              | 1 | 9  | a member name in quotes is expected, found '}'",
        "\"abc                    | 1 | 5  | a closing quote is missing",
        "\"abc\\                  | 1 | 6  | a closing quote is missing",
        "\"a\\x\"                 | 1 | 5  | \\x is no escape",
        "\"\\u00G0\"              | 1 | 6  | four hexadecimal digits are expected after \\u",
        "true false               | 1 | 6  | nothing may follow the value, found 'f'",
        "truefalse                | 1 | 5  | nothing may follow the value, found 'f'",
        "[😀]                     | 1 | 2  | a value is expected, found '😀'",
        "01                       | 1 | 1  | a value is expected, found '0'",
    })
    void whatIsWrongIsToldWithItsPlace(String text, int line, int column, String problem) {
        JsonException e = catchThrowableOfType(JsonException.class, () -> Json.parse(text));
        assertThat(e.problem()).hasToString(problem);
        assertThat(e.line()).isEqualTo(line);
        assertThat(e.column()).isEqualTo(column);
        assertThat(e).hasMessage(problem + " (line " + line + ", column " + column + ")");
    }

    @Test
    void linesAreCounted() {
        JsonException e = catchThrowableOfType(JsonException.class, () -> Json.parse("{\n  \"a\": 1,\n  \"b\" 2\n}"));
        assertThat(e.line()).isEqualTo(3);
        assertThat(e.column()).isEqualTo(7);
        assertThatThrownBy(() -> Json.parse("\"a\nb\"")).isInstanceOf(JsonException.class)
                .hasMessageContaining("must be written as an escape");
    }

    @Test
    void anObjectIsAskedFor() {
        assertThat(Json.parseObject(" {} ")).isEqualTo(Json.Object.EMPTY);
        assertThatThrownBy(() -> Json.parseObject("[]")).isInstanceOf(JsonException.class);
    }

    @Test
    void deepNestingIsRefusedBeforeTheStackEnds() {
        int most = JsonReader.MAX_DEPTH;
        Json deep = Json.parse("[".repeat(most) + "]".repeat(most));
        assertThat(Json.parse(deep.compact())).isEqualTo(deep);
        for (String open : List.of("[", "{\"a\":", "[{\"a\":")) {
            assertThatThrownBy(() -> Json.parse(open.repeat(1_000_000)))
                    .isInstanceOf(JsonException.class)
                    .hasMessageContaining("nested deeper than " + most);
        }
    }

    @Test
    void noTextFailsInAnotherWay() {
        Random random = new Random(17);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(RandomValues.json(random, 3).compact());
            for (int j = random.nextInt(4); j > 0 && !text.isEmpty(); j--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.setCharAt(at, TROUBLE.charAt(random.nextInt(TROUBLE.length())));
                    default -> text.setLength(at);
                }
            }
            try {
                Json value = Json.parse(text.toString());
                assertThat(Json.parse(value.compact())).isEqualTo(value);
            } catch (JsonException e) {
                assertThat(e.line()).isEqualTo(1);
                assertThat(e.column()).isBetween(1, text.length() + 1);
            }
        }
    }

    @Test
    void valuesCannotBeChangedFromOutside() {
        Map<String, Json> members = new LinkedHashMap<>(Map.of("a", new Json.Null()));
        Json.Object object = new Json.Object(members);
        members.clear();
        assertThat(object.get("a")).contains(new Json.Null());
        assertThatThrownBy(() -> object.members().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
