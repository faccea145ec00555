package stemma.prompt;

import java.util.Optional;

/// A prompt's name within its store, such as `support/greeting`; slashes make folders. Ordered by its text.
///
/// An id has 1 to [#MAX_LENGTH] characters. Its segments are not empty, not `.` or `..`, do not begin or end with
/// white space and hold no control characters. A store may be stricter and says so.
public record PromptId(String value) implements Comparable<PromptId> {
    /// The longest id, in UTF-16 units.
    public static final int MAX_LENGTH = 255;

    /// @throws IllegalArgumentException naming the id and the rule it breaks
    public PromptId {
        Optional<Sentence> problem = problem(value);
        if (problem.isPresent()) {
            throw new IllegalValueException(Sentence.of("prompt id \"{0}\": {1}", Text.shown(value), problem.get()));
        }
    }

    /// What is wrong with an id, if anything: a half sentence such as "must not be empty".
    public static Optional<Sentence> problem(String value) {
        if (value.isEmpty()) {
            return Optional.of(Sentence.of("must not be empty"));
        }
        if (value.length() > MAX_LENGTH) {
            return Optional.of(Sentence.of("must not be longer than {0} characters", MAX_LENGTH));
        }
        int start = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || value.charAt(i) == '/') {
                Optional<Sentence> problem = partProblem(value, start, i);
                if (problem.isPresent()) {
                    return problem;
                }
                start = i + 1;
            } else if (value.charAt(i) < ' ' || value.charAt(i) > '~' && isForbidden(value.codePointAt(i))) {
                return Optional.of(Sentence.of("must not hold control characters"));
            } else if (Character.isHighSurrogate(value.charAt(i))) {
                i++;
            }
        }
        return Optional.empty();
    }

    private static Optional<Sentence> partProblem(String value, int start, int end) {
        if (start == end) {
            return Optional.of(Sentence.of("must not have an empty part before, between or after slashes"));
        }
        if (value.charAt(start) == '.' && (end - start == 1 || end - start == 2 && value.charAt(start + 1) == '.')) {
            return Optional.of(Sentence.of("must not have \"{0}\" as a part", value.substring(start, end)));
        }
        if (Character.isWhitespace(value.charAt(start)) || Character.isWhitespace(value.charAt(end - 1))) {
            return Optional.of(Sentence.of("must not have a part that begins or ends with a blank"));
        }
        return Optional.empty();
    }

    private static boolean isForbidden(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isISOControl(codePoint)
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /// The folder part, `support` of `support/greeting`; empty at the top.
    public String folder() {
        int slash = value.lastIndexOf('/');
        return slash < 0 ? "" : value.substring(0, slash);
    }

    /// The last part, `greeting` of `support/greeting`.
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    @Override
    public int compareTo(PromptId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
