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

/// The folder of an index: a file that names the format, and a Lucene index.
record IndexFolder(Path path) {
    private static final String FORMAT_FILE = "format.txt";
    private static final String HEADS = "heads";
    /// What format 1 had beside the heads: every version.
    private static final String VERSIONS_OF_OLD = "versions";

    /// Opens what is there if it can be read, else an empty index.
    ///
    /// @throws LockObtainFailedException when another program has it
    Engine open(Analyzer analyzer) throws IOException {
        DurableFiles.createFolders(path);
        FolderLock lock = FolderLock.take(path);
        try {
            return open(analyzer, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private Engine open(Analyzer analyzer, FolderLock lock) throws IOException {
        if (!hasThisFormat()) {
            return openEmpty(analyzer, lock);
        }
        try {
            return new Engine(path.resolve(HEADS), analyzer, lock);
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

    private Engine openEmpty(Analyzer analyzer, FolderLock lock) throws IOException {
        delete();
        Engine engine = new Engine(path.resolve(HEADS), analyzer, lock);
        engine.commit();
        DurableFiles.write(path.resolve(FORMAT_FILE), Documents.FORMAT);
        return engine;
    }

    /// Opens an empty index in the place of what is there.
    ///
    /// @throws LockObtainFailedException when another program has it
    Engine openAnew(Analyzer analyzer) throws IOException {
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
        for (String part : List.of(FORMAT_FILE, HEADS, VERSIONS_OF_OLD)) {
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
