package stemma.search;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.store.LockObtainFailedException;
import stemma.files.DurableFiles;

/// The folder of an index: a file that names the format, and one Lucene index each for heads and for all versions.
/// Heads have their own, so that looking through them while somebody types does not depend on how many versions there
/// are.
record IndexFolder(Path path) {
    private static final String FORMAT_FILE = "format.txt";
    private static final String HEADS = "heads";
    private static final String VERSIONS = "versions";
    private static final double HEADS_BUFFER_MEGABYTES = 8;
    private static final double VERSIONS_BUFFER_MEGABYTES = 16;

    /// What is open.
    record Engines(Engine heads, Engine versions, FolderLock lock) {
        void show() throws IOException {
            versions.show();
            heads.show();
        }

        /// Versions first: a head says that its versions are there.
        void commit() throws IOException {
            versions.commit();
            heads.commit();
        }

        void close() throws IOException {
            try (lock;
                    heads) {
                versions.close();
            }
        }

        /// Closes whatever state it is in, keeping nothing since the last commit.
        void abandon() throws IOException {
            try (lock) {
                heads.abandon();
                versions.abandon();
            }
        }
    }

    /// Opens what is there if it can be read, else an empty index.
    ///
    /// @throws LockObtainFailedException when another program has it
    Engines open(Analyzer analyzer) throws IOException {
        DurableFiles.createFolders(path);
        FolderLock lock = FolderLock.take(path);
        try {
            return open(analyzer, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private Engines open(Analyzer analyzer, FolderLock lock) throws IOException {
        if (!hasThisFormat()) {
            return openEmpty(analyzer, lock);
        }
        try {
            return openAsIs(analyzer, lock);
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return openEmpty(analyzer, lock);
        }
    }

    private boolean hasThisFormat() throws IOException {
        try {
            return Files.readString(path.resolve(FORMAT_FILE)).equals(Documents.FORMAT);
        } catch (NoSuchFileException | CharacterCodingException e) {
            return false;
        }
    }

    private Engines openEmpty(Analyzer analyzer, FolderLock lock) throws IOException {
        delete();
        Engines engines = openAsIs(analyzer, lock);
        engines.commit();
        DurableFiles.write(path.resolve(FORMAT_FILE), Documents.FORMAT);
        return engines;
    }

    private Engines openAsIs(Analyzer analyzer, FolderLock lock) throws IOException {
        Engine versions = new Engine(path.resolve(VERSIONS), analyzer, VERSIONS_BUFFER_MEGABYTES);
        try {
            return new Engines(new Engine(path.resolve(HEADS), analyzer, HEADS_BUFFER_MEGABYTES), versions, lock);
        } catch (IOException | RuntimeException e) {
            versions.abandon();
            throw e;
        }
    }

    /// Opens an empty index in the place of what is there.
    ///
    /// @throws LockObtainFailedException when another program has it
    Engines openAnew(Analyzer analyzer) throws IOException {
        FolderLock lock = FolderLock.take(path);
        try {
            return openEmpty(analyzer, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// Deletes what an index of this or an older format may have left, and nothing else.
    private void delete() throws IOException {
        for (String part : List.of(FORMAT_FILE, HEADS, VERSIONS)) {
            Path place = path.resolve(part);
            if (!Files.exists(place)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    static SearchUnavailableException unavailable(Path folder, IOException e) {
        return e instanceof LockObtainFailedException
                ? new SearchUnavailableException(
                        "Another program uses the search index in " + folder + "; searching works there.", e)
                : new SearchUnavailableException(
                        "The search index in " + folder + " cannot be used: " + e.getMessage(), e);
    }
}
