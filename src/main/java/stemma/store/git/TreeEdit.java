package stemma.store.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.util.Paths;
import org.jspecify.annotations.Nullable;

/// Makes a tree from another one by replacing a few files. Only the folders above them are read and written, so that it
/// takes the same time in a large repository.
final class TreeEdit {
    /// A file, link or folder in a tree.
    record Entry(FileMode mode, ObjectId id) {}

    private final ObjectReader reader;
    private final ObjectInserter inserter;

    TreeEdit(ObjectReader reader, ObjectInserter inserter) {
        this.reader = reader;
        this.inserter = inserter;
    }

    /// @param tree the old tree; null for an empty one
    /// @param edits by path, with slashes: what shall be there, empty for nothing
    ObjectId apply(@Nullable ObjectId tree, Map<String, Optional<Entry>> edits) throws IOException {
        ObjectId edited = folder(tree, new TreeMap<>(edits));
        return edited != null ? edited : inserter.insert(new TreeFormatter());
    }

    /// @return null for a folder without entries, which Git does not have
    private @Nullable ObjectId folder(@Nullable ObjectId tree, Map<String, Optional<Entry>> edits)
            throws IOException {
        Map<String, Entry> entries = read(tree);
        Map<String, Map<String, Optional<Entry>>> below = new LinkedHashMap<>();
        edits.forEach((path, edit) -> {
            int slash = path.indexOf('/');
            if (slash >= 0) {
                below.computeIfAbsent(path.substring(0, slash), _ -> new LinkedHashMap<>())
                        .put(path.substring(slash + 1), edit);
            } else if (edit.isPresent()) {
                entries.put(path, edit.get());
            } else {
                entries.remove(path);
            }
        });
        for (Map.Entry<String, Map<String, Optional<Entry>>> part : below.entrySet()) {
            Entry old = entries.get(part.getKey());
            boolean wasFolder = old != null && old.mode().equals(FileMode.TREE);
            ObjectId edited = folder(wasFolder ? old.id() : null, part.getValue());
            if (edited != null) {
                entries.put(part.getKey(), new Entry(FileMode.TREE, edited));
            } else if (wasFolder) {
                entries.remove(part.getKey());
            }
        }
        return entries.isEmpty() ? null : write(entries);
    }

    private Map<String, Entry> read(@Nullable ObjectId tree) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (tree != null) {
            for (CanonicalTreeParser at = new CanonicalTreeParser(null, reader, tree); !at.eof(); at.next(1)) {
                entries.put(at.getEntryPathString(), new Entry(at.getEntryFileMode(), at.getEntryObjectId()));
            }
        }
        return entries;
    }

    private ObjectId write(Map<String, Entry> entries) throws IOException {
        List<Map.Entry<byte[], Entry>> sorted = new ArrayList<>();
        entries.forEach((name, entry) -> sorted.add(Map.entry(name.getBytes(StandardCharsets.UTF_8), entry)));
        sorted.sort((a, b) -> Paths.compare(
                a.getKey(), 0, a.getKey().length, a.getValue().mode().getBits(),
                b.getKey(), 0, b.getKey().length, b.getValue().mode().getBits()));
        TreeFormatter formatter = new TreeFormatter();
        for (Map.Entry<byte[], Entry> entry : sorted) {
            formatter.append(entry.getKey(), entry.getValue().mode(), entry.getValue().id());
        }
        return inserter.insert(formatter);
    }
}
