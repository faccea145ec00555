package stemma.search;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.store.LockObtainFailedException;

/// Keeps other programs out of an index folder, also while it is being deleted and made anew. Ends with the process at
/// the latest; its file stays.
final class FolderLock implements AutoCloseable {
    private static final String FILE = "lock";

    /// Folders locked by this process: on some systems opening and closing a locked file a second time would end the
    /// lock.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /// @throws LockObtainFailedException when somebody else has it
    static FolderLock take(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (!HELD.add(real)) {
            throw new LockObtainFailedException("open in this program");
        }
        try {
            return new FolderLock(real, lockedFile(real));
        } catch (IOException | RuntimeException e) {
            HELD.remove(real);
            throw e;
        }
    }

    private static FileChannel lockedFile(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = channel.tryLock() != null;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        if (!locked) {
            throw new LockObtainFailedException("open in another program");
        }
        return channel;
    }

    /// Closing again does nothing.
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            HELD.remove(folder);
        }
    }
}
