package stemma.search;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Cuts text into words: runs of letters and digits, whatever the case and without accents. `customer_name` and
/// `text/plain` are two words each. Scripts that are written without blanks (Chinese, Japanese, Korean, Thai, …) give
/// one word a character, so that searching for characters in a row finds them anywhere.
final class Words extends Analyzer {
    /// Longer runs are cut, since nobody types them.
    private static final int MAX_LENGTH = 100;
    /// No phrase reaches over the end of a message.
    private static final int GAP = 100;

    private static final Map<Character, String> LETTERS_WITHOUT_DECOMPOSITION = Map.of(
            'ß', "ss", 'ø', "o", 'ł', "l", 'æ', "ae", 'œ', "oe", 'đ', "d", 'ð', "d", 'þ', "th", 'ı', "i");

    @Override
    protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(new Cutter());
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return GAP;
    }

    private static boolean isWord(int c) {
        return c < 128
                ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
                : Character.isLetterOrDigit(c) || isMark(c) || Character.isEmojiPresentation(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean standsAlone(int c) {
        return c >= 0x0E00
                && (c <= 0x0EFF
                        || c >= 0x1000 && c <= 0x11FF
                        || c >= 0x1780 && c <= 0x17FF
                        || c >= 0x3040 && c <= 0x31FF
                        || c >= 0x3400 && c <= 0x9FFF
                        || c >= 0xA960 && c <= 0xA97F
                        || c >= 0xAC00 && c <= 0xD7FF
                        || c >= 0xF900 && c <= 0xFAFF
                        || c >= 0xFF66 && c <= 0xFFDC
                        || c >= 0x1F000);
    }

    /// What is the same for a reader becomes the same: case, accents, width, ligatures.
    static String folded(String word) {
        String letters = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            if (c < 0x0300 || c > 0x036F) {
                String plain = LETTERS_WITHOUT_DECOMPOSITION.get(c);
                folded.append(plain == null ? String.valueOf(c) : plain);
            }
        }
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /// Reads code points and hands out words.
    private static final class Cutter extends Tokenizer {
        private static final int END = -1;

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final char[] buffer = new char[4096];
        private final StringBuilder word = new StringBuilder();
        private int at;
        private int end;

        @Override
        public boolean incrementToken() throws IOException {
            clearAttributes();
            while (true) {
                int c = peek();
                while (c != END && !isWord(c)) {
                    skip(c);
                    c = peek();
                }
                if (c == END) {
                    return false;
                }
                boolean ascii = read(c);
                if (ascii) {
                    term.append(word);
                } else {
                    term.append(folded(word.toString()));
                }
                if (term.length() > 0) {
                    return true;
                }
            }
        }

        /// Reads the word that begins with `first`, ASCII in lower case.
        ///
        /// @return whether it is all ASCII
        private boolean read(int first) throws IOException {
            word.setLength(0);
            boolean ascii = true;
            int c = first;
            do {
                ascii &= c < 128;
                word.appendCodePoint(c >= 'A' && c <= 'Z' ? c + 32 : c);
                skip(c);
                if (standsAlone(c)) {
                    break;
                }
                c = peek();
            } while (c != END && isWord(c) && !standsAlone(c) && word.length() < MAX_LENGTH);
            return ascii;
        }

        private void skip(int c) {
            at += Character.charCount(c);
        }

        private int peek() throws IOException {
            if (at >= end - 1 && !fill() && at >= end) {
                return END;
            }
            return Character.codePointAt(buffer, at, end);
        }

        /// Keeps what is not read yet, so that no surrogate pair is torn.
        private boolean fill() throws IOException {
            int kept = Math.max(0, end - at);
            if (kept > 0) {
                System.arraycopy(buffer, at, buffer, 0, kept);
            }
            at = 0;
            end = kept;
            int read = input.read(buffer, end, buffer.length - end);
            end += Math.max(0, read);
            return read > 0;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            at = 0;
            end = 0;
        }
    }
}
