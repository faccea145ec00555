package stemma.store.file;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import stemma.markdown.FormatException;
import stemma.markdown.VersionFile;
import stemma.prompt.Sentence;
import stemma.prompt.VersionLabel;
import stemma.store.NewVersion;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// Which versions a folder can hold.
record AppendRules(StoreUri uri, Folder folder) {
    /// Labels become file names, and those may not differ in case only.
    ///
    /// @throws StoreException.Conflict when one of the labels would be the same file
    void refuseTaken(NewVersion version, Collection<VersionLabel> labels) {
        for (VersionLabel taken : labels) {
            if (taken.value().equalsIgnoreCase(version.label().value())) {
                throw StoreException.Conflict.labelTaken(uri, version.prompt(), taken);
            }
        }
    }

    /// A folder holds all of a version or refuses it. Only within [Folder#read].
    NewVersion asHeld(NewVersion version) throws IOException {
        Optional<StoredPrompt> prompt = folder.prompt(version.prompt());
        if (prompt.isEmpty()) {
            folder.checkNew(version.prompt(), uri);
        }
        List<VersionLabel> others = prompt.stream()
                .flatMap(there -> there.versions().keySet().stream())
                .filter(label -> !label.equals(version.label()))
                .toList();
        refuseTaken(version, others);
        try {
            file(version, version.createdAt()).writeWhole();
        } catch (FormatException e) {
            throw new StoreException.Invalid(uri, Sentence.of("{0}.", e.sentence()));
        }
        return version;
    }

    /// What the version's file shall tell.
    static VersionFile file(NewVersion version, Optional<Instant> createdAt) {
        return new VersionFile(
                version.base(), version.author(), version.message(), createdAt, new TreeSet<>(), version.content());
    }
}
