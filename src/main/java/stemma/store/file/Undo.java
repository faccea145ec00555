package stemma.store.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stemma.files.DurableFiles;

/// What a step is about to change, kept in memory to put it back.
///
/// @param file the place
/// @param bytes what a regular file there holds
/// @param link where a link there leads
record Undo(Path file, byte @Nullable [] bytes, @Nullable Path link) {

    static List<Undo> of(Path root, Step step) throws IOException {
        List<Undo> undo = new ArrayList<>();
        for (String place : step.places()) {
            undo.add(of(root.resolve(place)));
        }
        return undo;
    }

    private static Undo of(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return new Undo(file, null, Files.readSymbolicLink(file));
        }
        boolean there = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        if (!there && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        return new Undo(file, there ? Files.readAllBytes(file) : null, null);
    }

    void run() throws IOException {
        if (bytes != null) {
            DurableFiles.createFolders(file.toAbsolutePath().getParent());
            DurableFiles.write(file, bytes);
        } else if (link != null) {
            Files.deleteIfExists(file);
            Files.createSymbolicLink(file, link);
        } else {
            Files.deleteIfExists(file);
        }
    }
}
