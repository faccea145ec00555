package stemma.diff;

import java.text.Normalizer;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A way in which two texts can differ without looking different.
public enum Invisible {
    /// CRLF, LF or CR.
    LINE_ENDS(text -> text.replace("\r\n", "\n").replace('\r', '\n')),
    /// A byte order mark at the beginning.
    BYTE_ORDER_MARK(text -> text.startsWith("\uFEFF") ? text.substring(1) : text),
    /// Non-breaking and other blanks that are not the plain one.
    SPACES(Invisible::withPlainBlanks),
    /// Characters without width: zero-width spaces, soft hyphens, direction marks.
    ZERO_WIDTH(Invisible::withoutZeroWidth),
    /// Accents as one character or as two.
    NORMAL_FORM(text -> Normalizer.normalize(text, Normalizer.Form.NFC));

    private final UnaryOperator<String> fold;

    Invisible(UnaryOperator<String> fold) {
        this.fold = fold;
    }

    private static String withPlainBlanks(String text) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            if (Characters.isWideBlank(out.charAt(i))) {
                out.setCharAt(i, ' ');
            }
        }
        return out.toString();
    }

    private static String withoutZeroWidth(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            boolean markAtStart = i == 0 && text.charAt(i) == '\uFEFF';
            if (markAtStart || !Characters.isZeroWidth(text.charAt(i))) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    /// How two texts differ when they look alike; empty when they are equal or differ visibly.
    public static Set<Invisible> between(String left, String right) {
        if (left.equals(right) || !looks(left, EnumSet.allOf(Invisible.class))
                .equals(looks(right, EnumSet.allOf(Invisible.class)))) {
            return Set.of();
        }
        Set<Invisible> found = EnumSet.noneOf(Invisible.class);
        for (Invisible kind : values()) {
            Set<Invisible> others = EnumSet.complementOf(EnumSet.of(kind));
            if (!looks(left, others).equals(looks(right, others))) {
                found.add(kind);
            }
        }
        return Collections.unmodifiableSet(found);
    }

    private static String looks(String text, Set<Invisible> folded) {
        String out = text;
        for (Invisible kind : folded) {
            out = kind.fold.apply(out);
        }
        return out;
    }
}
