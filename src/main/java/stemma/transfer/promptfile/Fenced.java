package stemma.transfer.promptfile;

import java.util.Set;
import java.util.function.Predicate;
import stemma.markdown.FormatException;
import stemma.markdown.YamlReader;
import stemma.prompt.Json;
import stemma.prompt.Sentence;

/// A file of front matter between two fences, and a body.
///
/// @param before lines in front of the first fence
/// @param front the front matter
/// @param body everything after the second fence, or the whole file when there is none
record Fenced(String before, Json.Object front, String body) {
    /// @param fences the lines that are one, without blanks around them
    /// @param mayPrecede whether a line may stand in front of the first fence; such lines alone are no front matter
    /// @throws FormatException when the second fence is missing, or what stands between is no mapping; names the line
    static Fenced split(String text, Set<String> fences, Predicate<String> mayPrecede) throws FormatException {
        int start = 0;
        while (start < text.length() && !isFence(text, start, fences) && mayPrecede.test(line(text, start))) {
            start = next(text, start);
        }
        if (start >= text.length() || !isFence(text, start, fences)) {
            return new Fenced("", Json.Object.EMPTY, text);
        }
        int opened = next(text, start);
        for (int line = opened; line < text.length(); line = next(text, line)) {
            if (isFence(text, line, fences)) {
                int lines = (int) text.substring(0, opened).chars().filter(c -> c == '\n').count();
                return new Fenced(
                        text.substring(0, start),
                        mapping(text.substring(opened, line), lines),
                        text.substring(next(text, line)));
            }
        }
        throw new FormatException(Sentence.of(
                "its front matter has no end: a second line \"{0}\" is missing", line(text, start).strip()));
    }

    /// A YAML mapping.
    ///
    /// @param linesBefore so many lines of the file stand before it
    /// @throws FormatException naming the line of the file
    static Json.Object mapping(String yaml, int linesBefore) throws FormatException {
        Json read = YamlReader.read("\n".repeat(linesBefore) + yaml);
        return switch (read) {
            case Json.Object object -> object;
            case Json.Null _ -> Json.Object.EMPTY;
            default -> throw new FormatException(Sentence.of(
                    "line {0}: {1}", linesBefore + 1, Sentence.of("\"name: value\" is expected")));
        };
    }

    private static boolean isFence(String text, int at, Set<String> fences) {
        return fences.contains(line(text, at).strip());
    }

    private static String line(String text, int at) {
        int end = text.indexOf('\n', at);
        return text.substring(at, end < 0 ? text.length() : end);
    }

    private static int next(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    /// Without blank lines at both ends and the line end of the last line.
    static String trimmed(String text) {
        int start = 0;
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            if (text.charAt(i) == '\n') {
                start = i + 1;
            }
        }
        String rest = text.substring(start);
        return rest.isBlank() ? "" : withoutLastLineEnds(rest);
    }

    private static String withoutLastLineEnds(String text) {
        int end = text.length();
        for (int i = end; i > 0 && Character.isWhitespace(text.charAt(i - 1)); i--) {
            if (text.charAt(i - 1) == '\n') {
                end = i - 1;
            }
        }
        return text.substring(0, end > 0 && text.charAt(end - 1) == '\r' && end < text.length() ? end - 1 : end);
    }
}
