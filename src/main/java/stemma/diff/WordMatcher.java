package stemma.diff;

/// Matches the words of a stretch of both texts and writes down what differs. Holds one stretch at a time; used by
/// one thread.
final class WordMatcher {
    private static final int RUN_COST = 8;

    private final char[] leftText;
    private final char[] rightText;
    private final Interner words = new Interner(1024);
    private final Tokenizer tokenizer = new Tokenizer(words);
    private final Tokens left = new Tokens(256);
    private final Tokens right = new Tokens(256);
    private final Aligner aligner;
    private final WordBorders borders;
    private final Slider slider = new Slider();
    private final Confetti confetti = new Confetti();
    private final EditWriter writer;
    private int[] match = new int[256];

    WordMatcher(Units leftUnits, Units rightUnits, Whitespace whitespace, Budget budget) {
        leftText = leftUnits.text();
        rightText = rightUnits.text();
        aligner = new Aligner(RUN_COST, budget);
        borders = new WordBorders(leftText, left, rightText, right);
        writer = new EditWriter(leftUnits, rightUnits, whitespace);
    }

    Tokens left() {
        return left;
    }

    Tokens right() {
        return right;
    }

    /// For each left token the right token, or -1.
    int[] match() {
        return match;
    }

    int weight(int id) {
        return words.weights()[id];
    }

    /// Takes up a stretch, given in characters.
    void read(int leftStart, int leftEnd, int rightStart, int rightEnd) {
        left.clear();
        right.clear();
        tokenizer.scan(leftText, leftStart, leftEnd, left);
        tokenizer.scan(rightText, rightStart, rightEnd, right);
        aligner.learn(words);
        if (match.length < left.size()) {
            match = new int[left.size() * 2];
        }
    }

    /// Matches all tokens of the stretch, with what is there by chance.
    ///
    /// @return whether it is coarser than it could be
    boolean align() {
        return align(0, left.size(), 0, right.size());
    }

    /// Matches some tokens of the stretch, with what is there by chance.
    ///
    /// @return whether it is coarser than it could be
    boolean align(int leftFrom, int leftTo, int rightFrom, int rightTo) {
        return aligner.align(left.ids(), leftFrom, leftTo, right.ids(), rightFrom, rightTo, match);
    }

    /// Makes the match of some tokens readable: drops what is there by chance, slides edits to good places.
    void tidy(int leftFrom, int leftTo, int rightFrom, int rightTo) {
        confetti.drop(left, leftFrom, leftTo, right, rightFrom, rightTo, match);
        confetti.keepMiddles(left, leftFrom, leftTo, right, rightFrom, rightTo, match);
        borders.within(leftFrom, leftTo, rightFrom, rightTo);
        slider.slide(left.ids(), leftFrom, leftTo, right.ids(), rightFrom, rightTo, match, borders);
    }

    /// Adds the edits between characters whose left tokens are `[leftFrom, leftTo)`.
    void write(
            int leftFrom, int leftTo, int leftStart, int leftEnd, int rightStart, int rightEnd, IntList edits) {
        writer.write(left, leftFrom, leftTo, right, match, leftStart, leftEnd, rightStart, rightEnd, edits);
    }
}
