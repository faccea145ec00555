package stemma.ui.palette;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/// What was typed, ready to be looked for in many texts. A text matches when the letters of each typed word stand in it
/// in that order. Letters at the beginning of words and letters that follow each other count most, so `cwp` finds
/// *Compare with production* and `greet` finds `support/greeting` before anything those letters are strewn over.
/// Immutable.
final class Fuzzy {
    /// No alignment of the letters seen so far.
    private static final int NONE = Integer.MIN_VALUE / 2;

    private static final int LETTER = 16;
    private static final int WORD_START = 12;
    private static final int TEXT_START = 4;
    private static final int FOLLOWS = 10;
    /// How much a gap costs at most, however wide.
    private static final int WIDEST_GAP = 12;

    private final List<char[]> words;

    private Fuzzy(List<char[]> words) {
        this.words = words;
    }

    /// @param words letters of either case
    static Fuzzy of(List<String> words) {
        return new Fuzzy(words.stream().map(word -> lower(word).toCharArray()).toList());
    }

    /// In lower case, letter by letter, so that places stay what they are.
    static String lower(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toLowerCase(letters[i]);
        }
        return new String(letters);
    }

    /// How well a text matches; higher is better. Empty when it does not.
    ///
    /// @param text in lower case
    OptionalInt score(String text) {
        int sum = 0;
        for (char[] word : words) {
            if (!isWithin(word, text)) {
                return OptionalInt.empty();
            }
        }
        for (char[] word : words) {
            int best = NONE;
            for (int score : align(word, text)[word.length - 1]) {
                best = Math.max(best, score);
            }
            sum += best;
        }
        return OptionalInt.of(sum);
    }

    /// Where the letters stand that make the score, for marking them.
    ///
    /// @param text in lower case; must match
    BitSet places(String text) {
        BitSet places = new BitSet();
        for (char[] word : words) {
            int[][] scores = align(word, text);
            int at = indexOfBest(scores[word.length - 1], text.length());
            places.set(at);
            for (int letter = word.length - 2; letter >= 0; letter--) {
                at = before(scores[letter], at);
                places.set(at);
            }
        }
        return places;
    }

    private static boolean isWithin(char[] word, String text) {
        int at = -1;
        for (char letter : word) {
            at = text.indexOf(letter, at + 1);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    /// For each letter of the word and each place of the text, the best score of an alignment that puts this letter
    /// there.
    private static int[][] align(char[] word, String text) {
        int length = text.length();
        int[][] scores = new int[word.length][length];
        for (int letter = 0; letter < word.length; letter++) {
            int[] row = scores[letter];
            Arrays.fill(row, NONE);
            int furthest = NONE;
            int bestBefore = NONE;
            for (int at = letter; at < length; at++) {
                if (letter > 0) {
                    int previous = scores[letter - 1][at - 1];
                    bestBefore = Math.max(bestBefore - 1, previous);
                    furthest = Math.max(furthest, previous);
                }
                if (text.charAt(at) == word[letter]) {
                    row[at] = LETTER + bonus(text, at) + (letter == 0 ? 0 : linked(scores[letter - 1], at, bestBefore, furthest));
                }
            }
        }
        return scores;
    }

    private static int linked(int[] previous, int at, int bestBefore, int furthest) {
        return Math.max(previous[at - 1] + FOLLOWS, Math.max(bestBefore, furthest - WIDEST_GAP));
    }

    private static int bonus(String text, int at) {
        if (at == 0) {
            return WORD_START + TEXT_START;
        }
        return Character.isLetterOrDigit(text.charAt(at - 1)) ? 0 : WORD_START;
    }

    /// Where the letter before one stands in the best alignment.
    private static int before(int[] scores, int at) {
        int best = at - 1;
        int bestScore = scores[at - 1] + FOLLOWS;
        for (int i = at - 2; i >= 0; i--) {
            int score = scores[i] - Math.min(at - 1 - i, WIDEST_GAP);
            if (score > bestScore) {
                best = i;
                bestScore = score;
            }
        }
        return best;
    }

    private static int indexOfBest(int[] scores, int length) {
        int best = 0;
        for (int i = 1; i < length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        return best;
    }
}
