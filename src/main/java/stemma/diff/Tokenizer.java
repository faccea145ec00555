package stemma.diff;

import java.util.Arrays;
import java.util.Locale;

/// Cuts text into the units a reader compares: words with their accents, numbers, single characters of scripts
/// without blanks, whole emoji, template variables and tags, punctuation.
final class Tokenizer {
    private static final int LONGEST_VARIABLE = 200;
    private static final int VARIABLE_WEIGHT = 25;
    private static final int SYLLABLE_WEIGHT = 6;
    private static final int EMOJI_WEIGHT = 9;
    private static final int PUNCTUATION_WEIGHT = 3;
    private static final String REPEATING = "#*-=~.`+_";

    private final Interner interner;
    private int weight;

    /// @param interner gives equal tokens equal ids, and those that differ in case or in what cannot be seen too
    Tokenizer(Interner interner) {
        this.interner = interner;
    }

    /// How much a word of so many characters tells: short ones are mostly "the" and "of".
    private static int wordWeight(int length) {
        return length <= 1 ? 5 : length <= 3 ? 7 : length <= 5 ? 10 : 13;
    }

    /// Adds the tokens that begin in `text[from, to)`; none reaches beyond `to`.
    void scan(char[] text, int from, int to, Tokens out) {
        int position = from;
        while (position < to) {
            if (Characters.isBlank(text[position])) {
                position++;
                continue;
            }
            int start = position;
            while (position < to && Characters.isZeroWidth(text[position])) {
                position++;
            }
            if (position == to || Characters.isBlank(text[position])) {
                continue;
            }
            position = end(text, position, to);
            while (position < to && text[position] >= 0xAD && isTrailing(text, position, to)) {
                position += Character.charCount(Character.codePointAt(text, position, to));
            }
            out.add(start, position, id(text, start, position));
        }
    }

    private static boolean isTrailing(char[] text, int position, int to) {
        int codePoint = Character.codePointAt(text, position, to);
        return Characters.isZeroWidth(codePoint) || Characters.isMark(codePoint);
    }

    private int id(char[] text, int start, int end) {
        int hash = 0;
        boolean mayFold = false;
        for (int i = start; i < end; i++) {
            char c = text[i];
            hash = 31 * hash + c;
            mayFold |= c <= 'Z' ? c >= 'A' : c >= 0xA0 && (Character.toLowerCase(c) != c || Characters.mayFold(c));
        }
        if (mayFold) {
            char[] folded = folded(text, start, end);
            int foldedHash = 0;
            for (char c : folded) {
                foldedHash = 31 * foldedHash + c;
            }
            return interner.id(folded, 0, folded.length, foldedHash, weight);
        }
        return interner.id(text, start, end - start, hash, weight);
    }

    private static char[] folded(char[] text, int start, int end) {
        char[] folded = Arrays.copyOfRange(text, start, end);
        for (int i = 0; i < folded.length; i++) {
            if (folded[i] >= 0x80 && Characters.mayFold(folded[i])) {
                return Characters.folded(new String(text, start, end - start))
                        .toLowerCase(Locale.ROOT)
                        .toCharArray();
            }
            folded[i] = Character.toLowerCase(folded[i]);
        }
        return folded;
    }

    /// The end of the token that begins with a visible character; sets its weight.
    private int end(char[] text, int position, int to) {
        char c = text[position];
        if (c == '{' || c == '$' || c == '<') {
            int end = variableEnd(text, position, to);
            if (end > 0) {
                weight = VARIABLE_WEIGHT;
                return end;
            }
        }
        if (c < 0x80) {
            if (c < 'A' && position + 1 < to && text[position + 1] >= 0x20E3) {
                int keycap = keycapEnd(text, position, to);
                if (keycap > 0) {
                    weight = EMOJI_WEIGHT;
                    return keycap;
                }
            }
            boolean word = c != '_' && Characters.isWordPart(c);
            return word ? wordEnd(text, position, to) : punctuationEnd(text, position, to);
        }
        int codePoint = Character.codePointAt(text, position, to);
        int next = position + Character.charCount(codePoint);
        if (Characters.isWrittenWithoutBlanks(codePoint)) {
            weight = SYLLABLE_WEIGHT;
            return syllableEnd(text, codePoint, next, to);
        }
        if (isEmoji(codePoint)) {
            weight = EMOJI_WEIGHT;
            return emojiEnd(text, codePoint, next, to);
        }
        if (Characters.isWordPart(codePoint)) {
            return wordEnd(text, position, to);
        }
        weight = PUNCTUATION_WEIGHT;
        return next;
    }

    private int punctuationEnd(char[] text, int position, int to) {
        weight = PUNCTUATION_WEIGHT;
        int end = position + 1;
        if (REPEATING.indexOf(text[position]) >= 0) {
            while (end < to && text[end] == text[position]) {
                end++;
            }
        }
        return end;
    }

    private int wordEnd(char[] text, int position, int to) {
        boolean number = text[position] >= '0' && text[position] <= '9';
        int end = position;
        while (end < to) {
            char c = text[end];
            if (c < 0x80 ? c == '_' || !Characters.isWordPart(c) : c == '\u2019') {
                if (!isInner(c, number, text, end, position, to)) {
                    break;
                }
                end++;
            } else if (c < 0x80) {
                end++;
            } else {
                int codePoint = Character.codePointAt(text, end, to);
                if (!Characters.isWordPart(codePoint)) {
                    break;
                }
                end += Character.charCount(codePoint);
            }
        }
        weight = wordWeight(end - position);
        return end;
    }

    /// An apostrophe between letters, a point or comma between digits.
    private static boolean isInner(char c, boolean number, char[] text, int at, int start, int to) {
        if (at == start || at + 1 >= to) {
            return false;
        }
        char before = text[at - 1];
        char after = text[at + 1];
        if (c == '\'' || c == '\u2019') {
            return Character.isLetter(before) && Character.isLetter(after);
        }
        return number && (c == '.' || c == ',') && isDigit(before) && isDigit(after);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int syllableEnd(char[] text, int first, int next, int to) {
        int end = next;
        if (first >= 0x1100 && first <= 0x115F) {
            while (end < to && text[end] >= 0x1160 && text[end] <= 0x11FF) {
                end++;
            }
        }
        return end;
    }

    private static boolean isEmoji(int codePoint) {
        return codePoint >= 0x2000 && (Character.isExtendedPictographic(codePoint) || isRegional(codePoint));
    }

    private static boolean isRegional(int codePoint) {
        return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
    }

    private static int emojiEnd(char[] text, int first, int next, int to) {
        if (isRegional(first)) {
            return next < to && isRegional(Character.codePointAt(text, next, to)) ? next + 2 : next;
        }
        int end = next;
        while (end < to) {
            int codePoint = Character.codePointAt(text, end, to);
            boolean modifies = codePoint == 0xFE0F
                    || codePoint == 0x20E3
                    || codePoint >= 0x1F3FB && codePoint <= 0x1F3FF
                    || codePoint >= 0xE0020 && codePoint <= 0xE007F;
            if (modifies) {
                end += Character.charCount(codePoint);
            } else if (codePoint == 0x200D && end + 1 < to && isEmoji(Character.codePointAt(text, end + 1, to))) {
                end += 1 + Character.charCount(Character.codePointAt(text, end + 1, to));
            } else {
                break;
            }
        }
        return end;
    }

    private static int keycapEnd(char[] text, int position, int to) {
        int mark = position + 1 < to && text[position + 1] == 0xFE0F ? position + 2 : position + 1;
        return mark < to && text[mark] == 0x20E3 ? mark + 1 : -1;
    }

    /// The end of `{{x}}`, `{x}`, `${x}`, `{% x %}`, `{# x #}`, `<tag>` or `<|x|>`, or -1.
    private static int variableEnd(char[] text, int position, int to) {
        if (position + 2 >= to) {
            return -1;
        }
        char second = text[position + 1];
        return switch (text[position]) {
            case '<' -> second == '|' ? closing(text, position + 2, to, '|', '>') : tagEnd(text, position + 1, to);
            case '$' -> second == '{' ? braceEnd(text, position + 2, to) : -1;
            default ->
                switch (second) {
                    case '{' -> doubleBraceEnd(text, position + 2, to);
                    case '%', '#' -> closing(text, position + 2, to, second, '}');
                    default -> nameEnd(text, position + 1, to);
                };
        };
    }

    private static int doubleBraceEnd(char[] text, int from, int to) {
        boolean triple = text[from] == '{';
        int end = braceEnd(text, triple ? from + 1 : from, to);
        int braces = triple ? 2 : 1;
        for (int i = 0; i < braces && end > 0; i++) {
            end = end < to && text[end] == '}' ? end + 1 : -1;
        }
        return end;
    }

    /// Behind the first `}` on this line, with no `{` before it, or -1.
    private static int braceEnd(char[] text, int from, int to) {
        int limit = Math.min(to, from + LONGEST_VARIABLE);
        for (int i = from; i < limit; i++) {
            switch (text[i]) {
                case '}' -> {
                    return i + 1;
                }
                case '{', '\n', '\r' -> {
                    return -1;
                }
                default -> {}
            }
        }
        return -1;
    }

    /// Behind the first pair of the two characters on this line, or -1.
    private static int closing(char[] text, int from, int to, char first, char second) {
        int limit = Math.min(to - 1, from + LONGEST_VARIABLE);
        for (int i = from; i < limit; i++) {
            if (text[i] == '\n' || text[i] == '\r') {
                return -1;
            }
            if (text[i] == first && text[i + 1] == second) {
                return i + 2;
            }
        }
        return -1;
    }

    private static int nameEnd(char[] text, int from, int to) {
        int end = from;
        while (end < to && (Characters.isWordPart(text[end]) || end > from && (text[end] == '.' || text[end] == '-'))) {
            end++;
        }
        boolean name = end > from && !isDigit(text[from]);
        return name && end < to && text[end] == '}' ? end + 1 : -1;
    }

    private static int tagEnd(char[] text, int from, int to) {
        int start = text[from] == '/' ? from + 1 : from;
        int end = start;
        while (end < to && (Characters.isWordPart(text[end]) || end > start && "-:.".indexOf(text[end]) >= 0)) {
            end++;
        }
        if (end == start || isDigit(text[start])) {
            return -1;
        }
        while (end < to && (text[end] == ' ' || text[end] == '/')) {
            end++;
        }
        return end < to && text[end] == '>' ? end + 1 : -1;
    }
}
