package stemma.ui.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was typed to open something, taken apart: `greet 1.2`, `greet@production`, `greet #launch`.
///
/// @param words to be found in the id or the title
/// @param version how the label or the stage of a version begins
/// @param mayBeWord whether the version may as well be a word, since no `@` stands before it
/// @param tags how tags begin
record Typed(List<String> words, Optional<String> version, boolean mayBeWord, List<String> tags) {
    static Typed of(String typed) {
        List<String> words = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        Optional<String> version = Optional.empty();
        boolean mayBeWord = false;
        for (String part : words(typed)) {
            int at = part.indexOf('@');
            if (part.startsWith("#")) {
                tags.add(part.substring(1));
            } else if (at >= 0) {
                version = Optional.of(part.substring(at + 1));
                mayBeWord = false;
                if (at > 0) {
                    words.add(part.substring(0, at));
                }
            } else if (!words.isEmpty() && version.isEmpty() && Character.isDigit(part.charAt(0))) {
                version = Optional.of(part);
                mayBeWord = true;
            } else {
                words.add(part);
            }
        }
        return new Typed(List.copyOf(words), version, mayBeWord, List.copyOf(tags));
    }

    /// The same without a version; what looked like one is a word.
    Typed withoutVersion() {
        List<String> all = new ArrayList<>(words);
        version.ifPresent(all::add);
        return new Typed(List.copyOf(all), Optional.empty(), false, tags);
    }

    /// The words of a typed text, in lower case.
    static List<String> words(String typed) {
        String text = Fuzzy.lower(typed).strip();
        return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    }

}
