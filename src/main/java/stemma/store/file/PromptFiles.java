package stemma.store.file;

import java.util.Optional;
import stemma.prompt.VersionLabel;

/// What the files in a prompt's folder are called, for stores that are built on them.
public final class PromptFiles {
    /// The link to the newest version.
    public static final String LATEST = Names.LATEST;

    private PromptFiles() {}

    /// What the file of a version is called.
    public static String versionFile(VersionLabel label) {
        return Names.versionFile(label);
    }

    /// The label in a version file's name; empty for a file of any other name.
    public static Optional<VersionLabel> label(String fileName) {
        return Names.label(fileName);
    }

    /// Whether the store reads or writes a file of this name in a prompt's folder.
    public static boolean isOurs(String fileName) {
        return Names.isOurs(fileName);
    }
}
