package stemma.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import stemma.prompt.Sentence;

/// The place of a store that is a folder.
public final class StoreFolder {
    private StoreFolder() {}

    /// The folder that an address names, without links in it. It may be missing when the one above is there.
    ///
    /// @throws StoreException.Unreachable when it can be no folder
    /// @throws StoreException.Denied when it cannot be read
    public static Path locate(StoreUri uri) {
        try {
            if (uri.location().isBlank()) {
                throw new StoreException.Unreachable(uri, Sentence.of("no folder is named."));
            }
            Path given = Path.of(uri.location()).toAbsolutePath().normalize();
            if (Files.isDirectory(given)) {
                if (!Files.isReadable(given)) {
                    throw new AccessDeniedException(given.toString());
                }
                return given.toRealPath();
            }
            if (Files.exists(given)) {
                throw new StoreException.Unreachable(uri, Sentence.of("it is a file, not a folder."));
            }
            Path above = given.getParent();
            if (above == null || !Files.isDirectory(above)) {
                throw new StoreException.Unreachable(uri, Sentence.of("there is no such folder, nor the one above it."));
            }
            return above.toRealPath().resolve(given.getFileName());
        } catch (InvalidPathException e) {
            throw new StoreException.Unreachable(uri, Sentence.of("this is no folder's name: {0}.", e.getReason()), e);
        } catch (IOException e) {
            throw FileFailures.of(uri, Path.of(uri.location()), e);
        }
    }
}
