package stemma.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GramsTest {
    private static final List<String> PIECES =
            List.of("a", "b", " ", "%", "\\", "'", "\0", "\uFDD1", "ß", "\u0301", "日本", "\uD83D\uDE00", "\uD83D", "\uDE00", "?");

    private final Random random = new Random(3);

    @Test
    void aTextHasAllTrigramsOfEachOfItsParts() {
        for (int round = 0; round < 2_000; round++) {
            String text = random.ints(random.nextInt(60), 0, PIECES.size())
                    .mapToObj(PIECES::get)
                    .collect(Collectors.joining());
            int from = random.nextInt(text.length() + 1);
            String part = text.substring(from, random.nextInt(from, text.length() + 1));
            // A database holds half a character as a question mark, and so a part that begins or ends in one is not held.
            if (whole(text).contains(whole(part))) {
                assertThat(kept(text)).as(text).containsAll(wanted(part));
            }
        }
    }

    private static String whole(String text) {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Set<Integer> kept(String text) {
        return Arrays.stream(PostgresDialect.grams(text)).boxed().collect(Collectors.toSet());
    }

    private static Set<Integer> wanted(String text) {
        String array = Grams.wanted(PostgresDialect.CODE.encode(text));
        assertThat(array).startsWith("{").endsWith("}");
        return array.length() == 2
                ? Set.of()
                : Arrays.stream(array.substring(1, array.length() - 1).split(","))
                        .map(Integer::valueOf)
                        .collect(Collectors.toSet());
    }

    @Test
    void trigramsAreNeverNegativeAndTellTextsApart() {
        assertThat(Arrays.stream(Grams.of("the quick brown fox")).boxed()).allMatch(gram -> gram >= 0).hasSize(17);
        assertThat(Grams.of("ab")).isEmpty();
        assertThat(kept("refund policy")).doesNotContainAnyElementsOf(wanted("zeppelin"));
    }

    @Test
    void aLongTextIsSearchedForByAFewOfItsTrigrams() {
        String text = random.ints(5_000, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining());
        assertThat(wanted(text)).hasSizeBetween(12, 24);
        assertThat(kept(text)).containsAll(wanted(text));
    }

    @Test
    void theNumbersStandInDatabasesAndStayTheSame() {
        assertThat(Grams.of("abcd")).containsExactly(NUMBERS);
    }

    private static final int[] NUMBERS = {967884163, 1858204820};
}
