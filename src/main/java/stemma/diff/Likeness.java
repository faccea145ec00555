package stemma.diff;

import java.util.Arrays;

/// Tells how much of two texts are the same words, in whatever order. Used by one thread.
final class Likeness {
    private final Interner interner = new Interner(1024);
    private final Tokenizer tokenizer = new Tokenizer(interner);

    /// The words of a text as sorted numbers, to be given to [#of(int\[\], int\[\])].
    int[] words(String text) {
        Tokens tokens = new Tokens(text.length() / 6 + 4);
        tokenizer.scan(text.toCharArray(), 0, text.length(), tokens);
        int[] ids = Arrays.copyOf(tokens.ids(), tokens.size());
        Arrays.sort(ids);
        return ids;
    }

    /// From 0 (nothing in common) to 1.
    double of(int[] left, int[] right) {
        int[] weights = interner.weights();
        long shared = 0;
        int i = 0;
        int j = 0;
        while (i < left.length && j < right.length) {
            if (left[i] == right[j]) {
                shared += weights[left[i]];
                i++;
                j++;
            } else if (left[i] < right[j]) {
                i++;
            } else {
                j++;
            }
        }
        long all = sum(left, weights) + sum(right, weights);
        return all == 0 ? 0 : 2.0 * shared / all;
    }

    private static long sum(int[] ids, int[] weights) {
        long sum = 0;
        for (int id : ids) {
            sum += weights[id];
        }
        return sum;
    }
}
