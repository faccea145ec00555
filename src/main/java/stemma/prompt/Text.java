package stemma.prompt;

import java.util.function.Supplier;

/// Checks on text that every value in this package shares.
final class Text {
    private Text() {}

    /// Fit for a one-line message: control characters become `�`, and a long text is cut.
    static String shown(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "\uFFFD");
        return clean.length() <= 80 ? clean : clean.substring(0, 79) + "…";
    }

    /// @throws IllegalArgumentException when the text has half of a surrogate pair, which no encoding can hold
    static String checked(Supplier<Sentence> what, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new IllegalValueException(Sentence.of(
                        "{0} has half of a character at position {1} (an unpaired surrogate), which no file can hold",
                        what.get(),
                        i));
            }
        }
        return text;
    }
}
