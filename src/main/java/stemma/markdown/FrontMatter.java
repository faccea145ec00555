package stemma.markdown;

import java.util.Optional;
import java.util.regex.Pattern;
import stemma.prompt.Sentence;

/// The YAML block at the beginning of a Markdown file, between two lines that hold `---` and nothing else but blanks.
///
/// @param yaml what stands between those lines
/// @param body everything after the second one, to the last character
public record FrontMatter(String yaml, String body) {
    private static final String FENCE = "---";
    private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*:(?:\\s.*|)", Pattern.DOTALL);

    /// The front matter of a file; empty when the file does not begin with one.
    ///
    /// @throws FormatException when the file begins as front matter does, but its end is missing
    public static Optional<FrontMatter> split(String file) throws FormatException {
        int start = file.startsWith("\uFEFF" + FENCE) ? 1 : 0;
        int opened = afterFence(file, start);
        if (opened < 0 || opened == file.length()) {
            return Optional.empty();
        }
        for (int line = opened; line < file.length(); line = nextLine(file, line)) {
            int closed = afterFence(file, line);
            if (closed >= 0) {
                return Optional.of(new FrontMatter(file.substring(opened, line), file.substring(closed)));
            }
        }
        if (KEY.matcher(file.substring(opened, nextLine(file, opened))).matches()) {
            throw new FormatException(Sentence.of("its front matter has no end: a line \"---\" is missing"));
        }
        return Optional.empty();
    }

    /// Where the line after a fence begins; -1 when no fence begins here.
    private static int afterFence(String file, int at) {
        if (!file.startsWith(FENCE, at)) {
            return -1;
        }
        for (int i = at + FENCE.length(); i < file.length(); i++) {
            switch (file.charAt(i)) {
                case '\n' -> {
                    return i + 1;
                }
                case ' ', '\t', '\r' -> {}
                default -> {
                    return -1;
                }
            }
        }
        return file.length();
    }

    private static int nextLine(String file, int at) {
        int end = file.indexOf('\n', at);
        return end < 0 ? file.length() : end + 1;
    }
}
