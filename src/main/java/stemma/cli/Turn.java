package stemma.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// The turn of one command among those that wait for a store that one process owns at a time. Looking whether such a
/// store is free takes it for a moment, so commands that all look at once would keep it from each other. The operating
/// system ends a turn with its process.
final class Turn implements AutoCloseable {
    private @Nullable FileChannel file;

    private boolean taken;

    /// Tries to take the turn; does nothing when this is its turn already.
    boolean take(Path home) throws IOException {
        if (taken) {
            return true;
        }
        FileChannel channel = file;
        if (channel == null) {
            Files.createDirectories(home);
            channel = FileChannel.open(
                    home.resolve("waiting.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            file = channel;
        }
        try {
            FileLock lock = channel.tryLock();
            taken = lock != null;
        } catch (OverlappingFileLockException e) {
            taken = false; // another command of this process waits
        }
        return taken;
    }

    @Override
    public void close() throws IOException {
        FileChannel channel = file;
        if (channel != null) {
            channel.close();
        }
    }
}
