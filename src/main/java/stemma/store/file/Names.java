package stemma.store.file;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stemma.prompt.VersionLabel;

/// The names of the files in a prompt's folder.
final class Names {
    /// The folder at the top that holds what only Stemma needs.
    static final String STATE_FOLDER = ".stemma";

    /// In [#STATE_FOLDER]; whoever has it locked may change the folder.
    static final String LOCK = "lock";

    static final String LATEST = "latest.md";
    static final String STAGES = "stages.txt";
    static final String TAGS = "tags.txt";
    static final String HISTORY = "history.jsonl";

    /// A label that begins with a letter is set off by a `-`, so that `vision.md` is no version called `ision`.
    private static final Pattern VERSION_FILE =
            Pattern.compile("v(?:([0-9][A-Za-z0-9._+-]{0,63})|-([A-Za-z][A-Za-z0-9._+-]{0,63}))\\.md");

    private Names() {}

    static String versionFile(VersionLabel label) {
        return (Character.isDigit(label.value().charAt(0)) ? "v" : "v-") + label + ".md";
    }

    /// The label in a version file's name; empty for a file of any other name.
    static Optional<VersionLabel> label(String fileName) {
        Matcher matcher = VERSION_FILE.matcher(fileName);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new VersionLabel(matcher.group(1) != null ? matcher.group(1) : matcher.group(2)));
    }

    /// Whether the store reads or writes a file of this name in a prompt's folder.
    static boolean isOurs(String fileName) {
        return switch (fileName) {
            case LATEST, STAGES, TAGS, HISTORY -> true;
            default -> label(fileName).isPresent();
        };
    }

    /// Whether a folder of this name could be taken for one of the store's files, on any file system.
    static boolean isLikeOurs(String name) {
        return isOurs(name.toLowerCase(Locale.ROOT));
    }
}
