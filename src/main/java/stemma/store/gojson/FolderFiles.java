package stemma.store.gojson;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import stemma.files.DurableFiles;
import stemma.prompt.Sentence;
import stemma.store.FileFailures;

/// The files of a folder and what they say, read again when their size, time or identity changed. Not safe for
/// concurrent use.
final class FolderFiles<F> {
    /// A larger file is no prompt; it is told and not read.
    static final long MOST_BYTES = 64L << 20;

    /// A file that was written so shortly before it was read may change without a change of its time.
    private static final long SETTLED_AFTER = TimeUnit.MILLISECONDS.toNanos(50);

    private final Path root;
    private final Layout<F> layout;
    private final Map<String, Entry<F>> entries = new HashMap<>();
    private final SortedMap<String, Seen<F>> seen = new TreeMap<>();
    private List<Path> leftovers = List.of();

    private record Stamp(long size, long modified, @Nullable Object identity, boolean regular) {}

    private record Entry<F>(Stamp stamp, boolean settled) {}

    FolderFiles(Path root, Layout<F> layout) {
        this.root = root;
        this.layout = layout;
    }

    /// What every file says, by its path.
    Map<String, Seen<F>> seen() {
        return Collections.unmodifiableMap(seen);
    }

    /// Temporary files of writers that were killed.
    List<Path> leftovers() {
        return leftovers;
    }

    /// The size of all files, in bytes.
    long bytes() {
        return entries.values().stream().mapToLong(entry -> entry.stamp.size).sum();
    }

    /// Looks at the folder.
    ///
    /// @return whether anything changed
    boolean refresh() throws IOException {
        Map<String, Stamp> found = new HashMap<>();
        if (Files.isDirectory(root)) {
            walk(found);
        }
        boolean changed = entries.keySet().retainAll(found.keySet());
        seen.keySet().retainAll(found.keySet());
        for (Map.Entry<String, Stamp> file : found.entrySet()) {
            Entry<F> known = entries.get(file.getKey());
            if (known == null || !known.settled || !known.stamp.equals(file.getValue())) {
                changed |= read(file.getKey(), file.getValue());
            }
        }
        return changed;
    }

    /// Looks at some files only, which were just written or deleted.
    void refresh(Collection<String> paths) throws IOException {
        for (String path : paths) {
            try {
                read(path, stamp(Files.readAttributes(
                        root.resolve(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
            } catch (NoSuchFileException e) {
                entries.remove(path);
                seen.remove(path);
            }
        }
    }

    private static Stamp stamp(BasicFileAttributes attributes) {
        return new Stamp(
                attributes.size(),
                attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                attributes.fileKey(),
                attributes.isRegularFile());
    }

    private void walk(Map<String, Stamp> found) throws IOException {
        List<Path> temporary = new ArrayList<>();
        Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), layout.depth(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String path = FileFailures.relative(root, folder);
                if (folder.equals(root) || !layout.isRecord(path)) {
                    return FileVisitResult.CONTINUE;
                }
                found.put(path, stamp(attributes));
                return FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = FileFailures.relative(root, file);
                if (path.endsWith(DurableFiles.TEMPORARY_SUFFIX)) {
                    temporary.add(file);
                } else if (attributes.isDirectory() ? layout.isRecord(path) : layout.concerns(path)) {
                    found.put(path, stamp(attributes));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (file.equals(root)) {
                    throw e;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        leftovers = temporary;
    }

    private boolean read(String path, Stamp stamp) {
        long age = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()) - stamp.modified;
        entries.put(path, new Entry<>(stamp, age > SETTLED_AFTER));
        Seen<F> now = content(path, stamp);
        @Nullable Seen<F> before = seen.put(path, now);
        return !now.equals(before);
    }

    private Seen<F> content(String path, Stamp stamp) {
        if (!stamp.regular) {
            return new Seen<>(Optional.empty(), Sentence.of("it is no ordinary file, and links are not followed"));
        }
        if (stamp.size > MOST_BYTES) {
            return new Seen<>(Optional.empty(), Sentence.of("it is larger than {0} MB", MOST_BYTES >> 20));
        }
        try {
            return new Seen<>(Optional.of(layout.read(path, Files.readAllBytes(root.resolve(path)))), Sentence.NONE);
        } catch (IOException e) {
            return new Seen<>(Optional.empty(), FileFailures.sentence(e));
        } catch (IllegalArgumentException e) {
            return new Seen<>(Optional.empty(), Sentence.from(e));
        }
    }
}
