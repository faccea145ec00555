package stemma.store.file;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import stemma.prompt.VersionLabel;

/// The files of a prompt as they lie in its folder, by name, with the record that Stemma keeps of them elsewhere.
///
/// @param files version files, stages, tags and history; no other file is looked at
/// @param record the stamp of the record; empty when there is none
record Listing(Path folder, SortedMap<String, Stamp> files, Optional<Stamp> record) {
    Listing {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    Optional<Stamp> of(VersionLabel label) {
        return Optional.ofNullable(files.get(Names.versionFile(label)));
    }

    boolean holds(String name) {
        return files.containsKey(name);
    }
}
