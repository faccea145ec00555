package stemma.diff;

/// Where in running text an edit may begin or end: best at a line or a sentence, worst between a word and its comma.
final class WordBorders implements Slider.Borders {
    private static final int EDGE = 50;
    private static final int PARAGRAPH = 55;
    private static final int LINE = 45;
    private static final int SENTENCE = 30;
    private static final int CLAUSE = 15;
    private static final int WORD = 8;
    private static final int BEFORE_PUNCTUATION = 3;

    private final char[] left;
    private final Tokens leftTokens;
    private final char[] right;
    private final Tokens rightTokens;
    private int leftStart;
    private int leftEnd;
    private int rightStart;
    private int rightEnd;

    WordBorders(char[] left, Tokens leftTokens, char[] right, Tokens rightTokens) {
        this.left = left;
        this.leftTokens = leftTokens;
        this.right = right;
        this.rightTokens = rightTokens;
    }

    /// Sets the tokens between which the next edits lie.
    void within(int newLeftStart, int newLeftEnd, int newRightStart, int newRightEnd) {
        leftStart = newLeftStart;
        leftEnd = newLeftEnd;
        rightStart = newRightStart;
        rightEnd = newRightEnd;
    }

    @Override
    public int score(boolean isLeft, int index) {
        if (index == (isLeft ? leftStart : rightStart) || index == (isLeft ? leftEnd : rightEnd)) {
            return EDGE;
        }
        Tokens tokens = isLeft ? leftTokens : rightTokens;
        char[] text = isLeft ? left : right;
        int from = tokens.end(index - 1);
        int to = tokens.start(index);
        int lineEnds = 0;
        for (int i = from; i < to; i++) {
            lineEnds += text[i] == '\n' ? 1 : 0;
        }
        if (lineEnds > 0) {
            return lineEnds > 1 ? PARAGRAPH : LINE;
        }
        char before = text[from - 1];
        if (from == to) {
            return isWideSentenceEnd(before)
                    ? SENTENCE
                    : isWideClauseEnd(before) ? CLAUSE : isPunctuation(text[to]) ? BEFORE_PUNCTUATION : 0;
        }
        if (isSentenceEnd(before) || isQuote(before) && from >= 2 && isSentenceEnd(text[from - 2])) {
            return SENTENCE;
        }
        return before == ',' || before == ';' || before == ':' ? CLAUSE : WORD;
    }

    static boolean isSentenceEnd(char c) {
        return c == '.' || c == '!' || c == '?' || c == '…' || isWideSentenceEnd(c);
    }

    static boolean isWideSentenceEnd(char c) {
        return c == '。' || c == '！' || c == '？' || c == '।';
    }

    static boolean isQuote(char c) {
        return c == '"' || c == '”' || c == '’' || c == '\'' || c == ')' || c == '»' || c == '*' || c == '_';
    }

    private static boolean isWideClauseEnd(char c) {
        return c == '、' || c == '，' || c == '；' || c == '：';
    }

    private static boolean isPunctuation(char c) {
        return c == ',' || c == ';' || c == ':' || c == ')' || c == ']' || isSentenceEnd(c);
    }
}
