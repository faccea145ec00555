package stemma.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.prompt.IllegalValueException;

class StoreUriTest {
    @Test
    void aPasswordInAnAddressIsNotRepeatedWhenTheAddressIsRefused() {
        for (String address : List.of(
                "postgres://ada:s3cr3t@host/db?option",
                "postgres://ada:s3cr3t?more-s3cr3t@host/db",
                "postgres://ada:s3cr3t@host/db?x=%zz",
                "POSTGRES://ada:s3cr3t@host/db")) {
            assertThatThrownBy(() -> StoreUri.parse(address))
                    .isInstanceOfSatisfying(
                            IllegalValueException.class,
                            e -> assertThat(e.sentence().arguments().toString())
                                    .as("what is said in other languages")
                                    .doesNotContain("s3cr3t"))
                    .message()
                    .doesNotContain("s3cr3t");
        }
    }

    @Test
    void whatIsOpenedForReadingOnlyIsAtTheSamePlace() {
        StoreUri uri = StoreUri.parse("file:/prompts?readonly=true&x=1");
        assertThat(uri.evenForReading()).isEqualTo(StoreUri.parse("file:/prompts?x=1"));
    }

    @Test
    void aUriHasSchemeLocationAndOptions() {
        StoreUri uri = StoreUri.parse("postgres://db.example:5432/prompts?user=ada&schema=a%20b%26c");
        assertThat(uri.scheme()).isEqualTo("postgres");
        assertThat(uri.location()).isEqualTo("//db.example:5432/prompts");
        assertThat(uri.options()).isEqualTo(Map.of("user", "ada", "schema", "a b&c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "file:/home/ada/my prompts", "file:C:\\Users\\Ada", "h2:prompts", "memory:", "file:/100% sure/a+b#c",
        "h2:/data/ünïcode 漢字", "x-y:a?b=c", "file:/a?empty="
    })
    void aUriReadsBackFromItsText(String text) {
        assertThat(StoreUri.parse(text)).hasToString(text);
        assertThat(StoreUri.parse(StoreUri.parse(text).toString())).isEqualTo(StoreUri.parse(text));
    }

    @Test
    void anyOptionsReadBack() {
        Random random = new Random(4);
        for (int i = 0; i < 1_000; i++) {
            Map<String, String> options = new TreeMap<>();
            for (int j = random.nextInt(4); j > 0; j--) {
                options.put("o" + text(random), text(random));
            }
            StoreUri uri = new StoreUri("file", "/a b", options);
            assertThat(StoreUri.parse(uri.toString())).isEqualTo(uri);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint("a+ %&=?#/é漢\n".codePointAt(random.nextInt(12)));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "prompts", ":x", "File:/a", "1a:x", "/home/ada", "file:/a?", "file:/a?x", "file:/a?=x", "file:/a?x=%zz",
        "file:/a?x=%"
    })
    void whatIsNoUriIsRefusedInWords(String text) {
        assertThatThrownBy(() -> StoreUri.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no store address");
    }

    @Test
    void aLocationWithAQuestionMarkIsRefused() {
        assertThatThrownBy(() -> StoreUri.of("file", "/a?b")).isInstanceOf(IllegalArgumentException.class);
    }
}
