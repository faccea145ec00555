package stemma.prompt;

import java.util.regex.Pattern;

/// The name of a movable pointer of a prompt to at most one version. Ordered as a prompt travels: other stages by
/// name, then `staging`, then `production`.
///
/// A name has 1 to 64 characters: letters in lower case, digits, `.`, `_` and `-`, beginning with a letter or a
/// digit. `dev` is no stage: it is where a version is that no stage holds.
public record Stage(String name) implements Comparable<Stage> {
    private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /// What a version is said to be in when no stage holds it.
    public static final String NONE = "dev";

    public static final Stage STAGING = new Stage("staging");
    public static final Stage PRODUCTION = new Stage("production");

    /// @throws IllegalArgumentException naming the stage and the rule it breaks
    public Stage {
        if (!isValid(name)) {
            throw new IllegalValueException(Sentence.of(
                    "stage \"{0}\": must have 1 to 64 lower-case letters, digits, '.', '_' or '-', and not be"
                            + " \"dev\"",
                    Text.shown(name)));
        }
    }

    /// Whether a stage can have this name.
    public static boolean isValid(String name) {
        return VALID.matcher(name).matches() && !name.equals(NONE);
    }

    private int rank() {
        return name.equals(PRODUCTION.name) ? 2 : name.equals(STAGING.name) ? 1 : 0;
    }

    @Override
    public int compareTo(Stage other) {
        int byRank = Integer.compare(rank(), other.rank());
        return byRank != 0 ? byRank : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
