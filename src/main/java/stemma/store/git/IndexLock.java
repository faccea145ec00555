package stemma.store.git;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.LinkOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import stemma.files.DurableFiles;
import stemma.prompt.ExplainedIOException;
import stemma.prompt.Sentence;

/// The right to change a repository's index, branch and working tree: the file `index.lock`, which the git program
/// respects. Ours holds the number and the start of this process, and comes into being with them, so that one left by
/// a process that was killed is told from one of the git program and removed.
///
/// The new index is therefore written beside the lock and not into it.
final class IndexLock implements AutoCloseable {
    /// A git program in a script is done within this time; one that waits for its user is not.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String MARK = "stemma ";
    private static final String OWN = "stemma-lock-";
    private static final AtomicLong COUNTER = new AtomicLong();

    private final Repo repo;
    private final Path index;
    private final Path lock;

    private IndexLock(Repo repo, Path index, Path lock) {
        this.repo = repo;
        this.index = index;
        this.lock = lock;
    }

    /// @throws IOException when somebody else has it for longer than a script would
    static IndexLock take(Repo repo) throws IOException {
        Path index = repo.git().getIndexFile().toPath();
        Path lock = index.resolveSibling(index.getFileName() + ".lock");
        Path own = repo.gitFolder()
                .resolve(OWN + ProcessHandle.current().pid() + "-" + COUNTER.incrementAndGet());
        String mark = MARK + ProcessHandle.current().pid() + " " + startOf(ProcessHandle.current());
        Files.writeString(own, mark);
        try {
            long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
            while (!created(lock, own, mark)) {
                removeDead(lock);
                if (System.nanoTime() > giveUpAt) {
                    throw new ExplainedIOException(Sentence.of(
                            "another program is changing the repository, or died while it did; if none is running,"
                                    + " delete {0} in its .git folder",
                            lock.getFileName()));
                }
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        } finally {
            Files.deleteIfExists(own);
        }
        return new IndexLock(repo, index, lock);
    }

    private static boolean created(Path lock, Path own, String mark) throws IOException {
        try {
            Files.createLink(lock, own);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException | IOException e) {
            try {
                Files.writeString(lock, mark, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                return true;
            } catch (FileAlreadyExistsException exists) {
                return false;
            }
        }
    }

    private static void removeDead(Path lock) throws IOException {
        if (isOfTheDead(lock)) {
            Files.deleteIfExists(lock);
        }
    }

    private static boolean isOfTheDead(Path lock) throws IOException {
        try {
            if (Files.size(lock) > 100) {
                return false;
            }
            String[] words = new String(Files.readAllBytes(lock), StandardCharsets.ISO_8859_1).split(" ");
            return words.length == 3
                    && MARK.equals(words[0] + " ")
                    && words[1].matches("\\d{1,18}")
                    && ProcessHandle.of(Long.parseLong(words[1]))
                            .filter(process -> startOf(process).equals(words[2]))
                            .isEmpty();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /// Whether a file was to become a lock when its program was killed.
    static boolean isLitter(Path file) {
        try {
            return file.getFileName().toString().startsWith(OWN) && isOfTheDead(file);
        } catch (IOException e) {
            return false;
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).map(String::valueOf).orElse("0");
    }

    /// Makes the index tell of some files what a tree tells, with the times and sizes that they have now.
    void update(Map<String, Optional<TreeEdit.Entry>> files) throws IOException {
        Path next = index.resolveSibling("stemma-index");
        Files.deleteIfExists(next.resolveSibling("stemma-index.lock"));
        if (Files.exists(index)) {
            Files.copy(index, next, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(next);
        }
        DirCache cache = DirCache.lock(new File(next.toString()), repo.git().getFS());
        try {
            DirCacheEditor editor = cache.editor();
            files.forEach((path, entry) -> editor.add(
                    entry.isPresent() ? new Put(path, entry.get()) : new DirCacheEditor.DeletePath(path)));
            editor.finish();
            cache.write();
            if (!cache.commit()) {
                throw new ExplainedIOException(Sentence.of("the repository's index could not be written"));
            }
        } finally {
            cache.unlock();
        }
        DurableFiles.replace(next, index);
    }

    private final class Put extends DirCacheEditor.PathEdit {
        private final TreeEdit.Entry entry;
        private final Path file;

        Put(String path, TreeEdit.Entry entry) {
            super(path);
            this.entry = entry;
            this.file = repo.workTree().resolve(path);
        }

        @Override
        public void apply(DirCacheEntry cached) {
            cached.setFileMode(entry.mode());
            cached.setObjectId(entry.id());
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                cached.setLength(attributes.size());
                cached.setLastModified(attributes.lastModifiedTime().toInstant());
            } catch (IOException e) {
                cached.setLength(0);
                cached.setLastModified(Instant.EPOCH);
            }
        }
    }

    /// What the index tells of a file.
    static Optional<TreeEdit.Entry> entry(DirCache cache, String path) {
        return Optional.ofNullable(cache.getEntry(path))
                .map(entry -> new TreeEdit.Entry(
                        FileMode.fromBits(entry.getRawMode()), entry.getObjectId()));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(lock);
    }
}
