package stemma.diff;

import java.text.Normalizer;

/// What a character is to somebody who reads words.
final class Characters {
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Characters() {}

    /// White space of any width, line ends included.
    static boolean isBlank(int c) {
        if (c <= ' ') {
            return c == ' ' || c >= '\t' && c <= '\r' || c >= 0x1C && c <= 0x1F;
        }
        return c >= 0x85 && (c == 0x85 || isWideBlank(c) || c == 0x2028 || c == 0x2029);
    }

    /// Looks like a blank and is none of ASCII.
    static boolean isWideBlank(int c) {
        return c == 0xA0 || c == 0x1680 || c >= 0x2000 && c <= 0x200A || c == 0x202F || c == 0x205F || c == 0x3000;
    }

    /// Takes no room on the screen: byte order marks, zero-width spaces, soft hyphens, direction marks. The joiner
    /// that builds emoji is not among them: without it the text looks different.
    static boolean isZeroWidth(int c) {
        return c >= 0xAD
                && (c == 0xAD
                        || c == 0x61C
                        || c == 0x180E
                        || c >= 0x200B && c <= 0x200F && c != ZERO_WIDTH_JOINER
                        || c >= 0x202A && c <= 0x202E
                        || c >= 0x2060 && c <= 0x2069
                        || c == 0xFEFF);
    }

    static boolean isMark(int codePoint) {
        if (codePoint < 0x300) {
            return false;
        }
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || codePoint == ZERO_WIDTH_JOINER;
    }

    /// Part of a word between blanks or punctuation.
    static boolean isWordPart(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= 'a' && codePoint <= 'z'
                    || codePoint >= 'A' && codePoint <= 'Z'
                    || codePoint >= '0' && codePoint <= '9'
                    || codePoint == '_';
        }
        return (Character.isLetterOrDigit(codePoint) || isMark(codePoint) || isZeroWidth(codePoint))
                && !isWrittenWithoutBlanks(codePoint);
    }

    /// Of a script that puts no blanks between words (Chinese, Japanese, Thai …) or whose characters carry a
    /// syllable (Korean): a word of its own.
    static boolean isWrittenWithoutBlanks(int codePoint) {
        if (codePoint < 0xE00) {
            return false;
        }
        return codePoint <= 0xEFF
                || codePoint >= 0x1000 && codePoint <= 0x109F
                || codePoint >= 0x1100 && codePoint <= 0x11FF
                || codePoint >= 0x1780 && codePoint <= 0x17FF
                || codePoint >= 0x3040 && codePoint <= 0x30FF
                || codePoint >= 0x31F0 && codePoint <= 0x31FF
                || codePoint >= 0xAC00 && codePoint <= 0xD7A3
                || codePoint >= 0xFF66 && codePoint <= 0xFF9D
                || Character.isIdeographic(codePoint);
    }

    /// Whether folding could change a text that holds this character; cheap and never wrong in saying no.
    static boolean mayFold(char c) {
        if (c < 0x300) {
            return c == 0xA0 || c == 0xAD;
        }
        boolean greekOrCyrillic = c > 0x387 && c < 0x58A && !(c >= 0x483 && c <= 0x489);
        boolean punctuation = c >= 0x2010 && c <= 0x2027;
        boolean kana = c >= 0x3041 && c < 0x3097;
        boolean ideograph = c >= 0x4E00 && c < 0xA000;
        return !greekOrCyrillic && !punctuation && !kana && !ideograph;
    }

    /// The text as it looks: no zero-width characters, every blank but a line end a plain one, accents composed.
    static String folded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isWideBlank(c)) {
                out.append(' ');
            } else if (!isZeroWidth(c)) {
                out.append(c);
            }
        }
        return Normalizer.isNormalized(out, Normalizer.Form.NFC)
                ? out.toString()
                : Normalizer.normalize(out, Normalizer.Form.NFC);
    }
}
