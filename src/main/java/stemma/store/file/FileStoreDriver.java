package stemma.store.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import stemma.store.DriverOption;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreDriver;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// Opens a folder of Markdown files: `file:DIR`. A folder that is not there yet is created by the first write, if the
/// folder above it is there; opening writes nothing.
public final class FileStoreDriver implements StoreDriver {
    @Override
    public String scheme() {
        return "file";
    }

    @Override
    public String title() {
        return "Folder";
    }

    @Override
    public List<DriverOption> options() {
        return List.of(new DriverOption(DriverOption.LOCATION, "Folder", DriverOption.Kind.FOLDER, true, ""));
    }

    @Override
    public Store open(StoreUri uri, Opening opening) {
        Path root = root(uri);
        boolean readOnly = DriverOption.READ_ONLY.isOn(uri);
        return new FileStore(uri, opening.clock(), Folder.share(root), !readOnly && Folder.isWritable(root));
    }

    private static Path root(StoreUri uri) {
        try {
            if (uri.location().isBlank()) {
                throw new StoreException.Unreachable(uri, "no folder is named.");
            }
            Path given = Path.of(uri.location()).toAbsolutePath().normalize();
            if (Files.isDirectory(given)) {
                if (!Files.isReadable(given)) {
                    throw new AccessDeniedException(given.toString());
                }
                return given.toRealPath();
            }
            if (Files.exists(given)) {
                throw new StoreException.Unreachable(uri, "it is a file, not a folder.");
            }
            Path above = given.getParent();
            if (above == null || !Files.isDirectory(above)) {
                throw new StoreException.Unreachable(uri, "there is no such folder, nor the one above it.");
            }
            return above.toRealPath().resolve(given.getFileName());
        } catch (InvalidPathException e) {
            throw new StoreException.Unreachable(uri, "this is no folder's name: " + e.getReason() + ".", e);
        } catch (IOException e) {
            throw Failures.of(uri, Path.of(uri.location()), e);
        }
    }
}
