package stemma.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Made texts for tests, from a seed.
final class Texts {
    private static final String[] PIECES = {
        "the", "of", "a", "summary", "write", "Answer", "naïve", "e\u0301t\u00e9", "Привет", "мир",
        "한국어", "你", "好", "日本", "สวัสดี", "👩‍👩‍👧", "🇩🇪", "👍🏽", "1️⃣", "{{name}}", "{{{raw}}}", "{x}",
        "${y.z}", "{% if a %}", "<tag>", "</tag>", "<|im|>", "{{", "}}", "{", "}", "$", "<", ">",
        ".", ",", ";", "?", "!", "…", "。", "(", ")", "\"", "'", "don't", "3.14", "1,000", "#", "##",
        "- ", "* ", "```", "|", " ", " ", " ", "  ", "\t", "\n", "\n", "\n\n", "\r\n", "\r",
        "\u00A0", "\u200B", "\uFEFF", "\u2028", "\u0301", "\u200D", "\u0000", "\u00AD", "𝒳", "aaaa",
        "zz"
    };

    private final Random random;

    Texts(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /// Words, signs and blanks of many scripts in no order.
    String hostile(int pieces) {
        StringBuilder out = new StringBuilder();
        int kinds = 1 + random.nextInt(PIECES.length);
        int shift = random.nextInt(PIECES.length);
        for (int i = 0; i < pieces; i++) {
            out.append(PIECES[(shift + random.nextInt(kinds)) % PIECES.length]);
            if (random.nextInt(3) == 0) {
                out.append(' ');
            }
        }
        return out.toString();
    }

    /// Any characters but surrogates, most of them from a small part of Unicode.
    String unicode(int length) {
        StringBuilder out = new StringBuilder();
        int base = random.nextInt(0x11000) * 16;
        for (int i = 0; i < length; i++) {
            int codePoint = random.nextInt(4) == 0 ? random.nextInt(0x110000) : base + random.nextInt(64);
            boolean valid = Character.isValidCodePoint(codePoint) && (codePoint < 0xD800 || codePoint > 0xDFFF);
            out.appendCodePoint(valid ? codePoint : ' ');
        }
        return out.toString();
    }

    /// Lines of words from a vocabulary.
    String lines(int lines, int words, int vocabulary) {
        StringBuilder out = new StringBuilder();
        for (int line = 0; line < lines; line++) {
            for (int word = 0; word < words; word++) {
                out.append(word == 0 ? "" : " ").append(word(vocabulary));
            }
            out.append('\n');
        }
        return out.toString();
    }

    String word(int vocabulary) {
        return "w" + Integer.toString(random.nextInt(vocabulary) * 7919, 36);
    }

    /// Another text made of this one by a few cuts, copies, moves and insertions.
    String edited(String text, int edits) {
        String out = text;
        for (int edit = 0; edit < edits; edit++) {
            int[] cut = cut(out);
            String piece = out.substring(cut[0], cut[1]);
            String rest = out.substring(0, cut[0]) + out.substring(cut[1]);
            int at = boundary(rest, rest.isEmpty() ? 0 : random.nextInt(rest.length() + 1));
            out = switch (random.nextInt(4)) {
                case 0 -> rest;
                case 1 -> rest.substring(0, at) + piece + rest.substring(at);
                case 2 -> out.substring(0, cut[1]) + piece + out.substring(cut[1]);
                default -> out.substring(0, cut[0]) + hostile(1 + random.nextInt(4)) + out.substring(cut[1]);
            };
        }
        return out;
    }

    private int[] cut(String text) {
        if (text.isEmpty()) {
            return new int[] {0, 0};
        }
        int start = boundary(text, random.nextInt(text.length()));
        int end = boundary(text, Math.min(text.length(), start + 1 + random.nextInt(30)));
        return new int[] {start, Math.max(start, end)};
    }

    private static int boundary(String text, int at) {
        boolean inside = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
        return inside ? at - 1 : at;
    }

    /// The same words, lines broken elsewhere.
    String rewrapped(String text, int column) {
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : text.split("\n\n")) {
            StringBuilder out = new StringBuilder();
            int length = 0;
            for (String word : paragraph.split("\\s+")) {
                if (length > 0) {
                    boolean full = length + word.length() >= column;
                    out.append(full ? '\n' : ' ');
                    length = full ? 0 : length + 1;
                }
                out.append(word);
                length += word.length();
            }
            paragraphs.add(out.toString());
        }
        return String.join("\n\n", paragraphs);
    }
}
