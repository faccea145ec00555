package stemma.store.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The trigrams of a text: each three characters that follow each other, as a number. If one text holds another, its
/// trigrams hold the other's; numbers that stand for several trigrams only make that true more often.
///
/// The numbers stand in databases: whoever changes how they are made has to have all of them made anew.
final class Grams {
    private static final int LENGTH = 3;

    /// More of a text that is searched for would cost more than they spare.
    private static final int MOST_WANTED = 24;

    private static final int FACTOR = 0x9E3779B1;

    private Grams() {}

    /// All of a text's, without repetition, none of them negative.
    static int[] of(String given) {
        String text = new String(given.getBytes(UTF_8), UTF_8); // half a character is a question mark in a database
        int[] grams = new int[Math.max(0, text.length() - LENGTH + 1)];
        for (int i = 0; i < grams.length; i++) {
            grams[i] = gram(text, i);
        }
        return Arrays.stream(grams).sorted().distinct().toArray();
    }

    private static int gram(String text, int at) {
        int sum = text.charAt(at);
        for (int i = 1; i < LENGTH; i++) {
            sum = sum * FACTOR + text.charAt(at + i);
        }
        return (sum * FACTOR) >>> 1;
    }

    /// Some of those that every text has that holds this one, as PostgreSQL writes an array; `{}` when there are none.
    static String wanted(String text) {
        int[] all = of(text);
        int step = Math.max(1, (all.length + MOST_WANTED - 1) / MOST_WANTED);
        return Arrays.stream(all)
                .filter(gram -> Arrays.binarySearch(all, gram) % step == 0)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(",", "{", "}"));
    }
}
