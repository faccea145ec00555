package stemma.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import stemma.prompt.ExplainedIOException;
import stemma.prompt.Sentence;

/// The right to change a store's folder, or to look at it while nobody changes it; one process has it at a time. The
/// operating system takes it back from a process that ends.
public final class FolderLock implements AutoCloseable {
    /// A write takes milliseconds, a large import seconds; whoever holds the lock longer hangs.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /// Waits for the right to change the folder.
    ///
    /// @param file the lock file, created when it is missing; its folder must exist
    /// @throws IOException when another program keeps the right for too long, or the file cannot be opened
    public static FolderLock take(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        return waitFor(channel, false);
    }

    /// Waits for the right to look, where somebody could be changing the folder: where the lock file is there.
    ///
    /// @throws IOException as [#take(Path)]
    public static Optional<FolderLock> takeForReading(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        return Optional.of(waitFor(FileChannel.open(file, StandardOpenOption.READ), true));
    }

    private static FolderLock waitFor(FileChannel channel, boolean shared) throws IOException {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (long pause = 1; ; pause = Math.min(pause * 2, 25)) {
                if (tried(channel, shared) != null) {
                    return new FolderLock(channel);
                }
                if (System.nanoTime() > giveUpAt) {
                    throw new ExplainedIOException(Sentence.of(
                            "another program has been writing to it for {0} seconds", PATIENCE.toSeconds()));
                }
                LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
            }
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock tried(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(FolderLock.class.getName())
                    .log(System.Logger.Level.WARNING, "the lock of a store folder could not be closed", e);
        }
    }
}
