package stemma.prompt;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a version: a semantic version (`1.4.0-rc.1`), a counting integer (`7`) in stores that count, or
/// another word that a foreign store used.
///
/// Ordered: words first (digit runs by their number), then integers, then semantic versions by the precedence of
/// semver.org 2.0.0 §11; labels that are equal by those rules (build metadata, leading zeros) by their text.
///
/// A label has 1 to 64 characters: letters, digits, `.`, `_`, `+` and `-`, beginning with a letter or a digit.
public record VersionLabel(String value) implements Comparable<VersionLabel> {
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+-]{0,63}");
    private static final Pattern SEMVER = Pattern.compile(
            "(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)"
                    + "(?:-((?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*)(?:\\.(?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*))*))?"
                    + "(?:\\+([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*))?");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /// The first label of a prompt.
    public static final VersionLabel FIRST = new VersionLabel("1.0.0");

    /// How far a new version goes.
    public enum Step {
        /// Wording.
        PATCH,
        /// Something new that no caller has to know about.
        MINOR,
        /// Callers must change.
        MAJOR
    }

    /// @throws IllegalArgumentException naming the label and the rule it breaks
    public VersionLabel {
        if (!isValid(value)) {
            throw new IllegalValueException(Sentence.of(
                    "version label \"{0}\": must have 1 to 64 letters, digits, '.', '_', '+' or '-' and begin"
                            + " with a letter or digit",
                    Text.shown(value)));
        }
    }

    /// Whether a version can have this label.
    public static boolean isValid(String value) {
        return VALID.matcher(value).matches();
    }

    /// Whether it is a semantic version, by the grammar of semver.org 2.0.0.
    public boolean isSemver() {
        return SEMVER.matcher(value).matches();
    }

    /// Whether it is a counting integer: digits only, however many.
    public boolean isNumber() {
        return NUMBER.matcher(value).matches();
    }

    /// The label after this one. A pre-release steps to its release when that is far enough (`1.4.0-rc.1` by PATCH
    /// is `1.4.0`); an integer counts on whatever the step; a word gets a number at its end (`draft` is followed by
    /// `draft-2`). [#FIRST] when the next one would be too long.
    public VersionLabel next(Step step) {
        Matcher semver = SEMVER.matcher(value);
        if (semver.matches()) {
            return nextSemver(semver, step);
        }
        if (isNumber()) {
            return orFirst(new BigInteger(value).add(BigInteger.ONE).toString());
        }
        Matcher numbered = Pattern.compile("(.*?)(\\d+)").matcher(value);
        String next = numbered.matches()
                ? numbered.group(1) + new BigInteger(numbered.group(2)).add(BigInteger.ONE)
                : value + "-2";
        return orFirst(next);
    }

    private static VersionLabel orFirst(String label) {
        return isValid(label) ? new VersionLabel(label) : FIRST;
    }

    private static VersionLabel nextSemver(Matcher semver, Step step) {
        BigInteger major = new BigInteger(semver.group(1));
        BigInteger minor = new BigInteger(semver.group(2));
        BigInteger patch = new BigInteger(semver.group(3));
        boolean release = semver.group(4) == null;
        boolean wholeMinor = patch.signum() == 0;
        boolean wholeMajor = wholeMinor && minor.signum() == 0;
        return switch (step) {
            case PATCH -> semver(major, minor, release ? patch.add(BigInteger.ONE) : patch);
            case MINOR ->
                semver(major, release || !wholeMinor ? minor.add(BigInteger.ONE) : minor, BigInteger.ZERO);
            case MAJOR ->
                semver(release || !wholeMajor ? major.add(BigInteger.ONE) : major, BigInteger.ZERO, BigInteger.ZERO);
        };
    }

    private static VersionLabel semver(BigInteger major, BigInteger minor, BigInteger patch) {
        return orFirst(major + "." + minor + "." + patch);
    }

    @Override
    public int compareTo(VersionLabel other) {
        int byKind = Integer.compare(kind(), other.kind());
        if (byKind != 0) {
            return byKind;
        }
        int byRule = switch (kind()) {
            case 2 -> compareSemver(value, other.value);
            case 1 -> new BigInteger(value).compareTo(new BigInteger(other.value));
            default -> compareWords(value, other.value);
        };
        return byRule != 0 ? byRule : value.compareTo(other.value);
    }

    private int kind() {
        return isSemver() ? 2 : isNumber() ? 1 : 0;
    }

    private static int compareSemver(String left, String right) {
        Matcher a = SEMVER.matcher(left);
        Matcher b = SEMVER.matcher(right);
        if (!a.matches() || !b.matches()) {
            throw new IllegalStateException("not semantic versions: " + left + ", " + right);
        }
        for (int group = 1; group <= 3; group++) {
            int order = new BigInteger(a.group(group)).compareTo(new BigInteger(b.group(group)));
            if (order != 0) {
                return order;
            }
        }
        if (a.group(4) == null || b.group(4) == null) {
            return Boolean.compare(a.group(4) == null, b.group(4) == null);
        }
        return comparePreRelease(a.group(4).split("\\."), b.group(4).split("\\."));
    }

    private static int comparePreRelease(String[] left, String[] right) {
        for (int i = 0; i < Math.min(left.length, right.length); i++) {
            boolean leftNumber = NUMBER.matcher(left[i]).matches();
            boolean rightNumber = NUMBER.matcher(right[i]).matches();
            int order;
            if (leftNumber && rightNumber) {
                order = new BigInteger(left[i]).compareTo(new BigInteger(right[i]));
            } else if (leftNumber != rightNumber) {
                order = leftNumber ? -1 : 1;
            } else {
                order = left[i].compareTo(right[i]);
            }
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static int compareWords(String left, String right) {
        String[] a = left.split("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");
        String[] b = right.split("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)");
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            boolean bothNumbers =
                    NUMBER.matcher(a[i]).matches() && NUMBER.matcher(b[i]).matches();
            int order = bothNumbers ? new BigInteger(a[i]).compareTo(new BigInteger(b[i])) : a[i].compareTo(b[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length, b.length);
    }

    @Override
    public String toString() {
        return value;
    }
}
