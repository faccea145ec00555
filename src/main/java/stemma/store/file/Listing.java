package stemma.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import stemma.markdown.FormatException;
import stemma.prompt.Sentence;

/// The files of a prompt as they lie in its folder, by name, with the record that Stemma keeps of them elsewhere.
///
/// @param files version files, stages, tags and history; no other file is looked at
/// @param record the stamp of the record; empty when there is none
record Listing(Path folder, SortedMap<String, Stamp> files, Optional<Stamp> record) {
    Listing {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    boolean holds(String name) {
        return files.containsKey(name);
    }

    /// What one of the files says.
    ///
    /// @throws FormatException when it is a link that must not be followed
    byte[] read(String name) throws IOException {
        Stamp stamp = files.get(name);
        if (stamp != null && stamp.isForeign()) {
            throw new FormatException(Sentence.of("is a link that leads out of the folder, or nowhere"));
        }
        return Files.readAllBytes(folder.resolve(name));
    }

    /// No entries when the file is gone.
    ///
    /// @throws FormatException as [#read]
    HistoryFile history() throws IOException {
        try {
            return HistoryFile.read(read(Names.HISTORY));
        } catch (NoSuchFileException e) {
            return new HistoryFile(List.of(), List.of());
        }
    }
}
