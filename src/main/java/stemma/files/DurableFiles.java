package stemma.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Writes that are atomic and on the disk when the call returns: a new file beside the old one is forced, moved over
/// it, and the folder is forced. A crash leaves the old or the new file, never a mixture, and at worst a temporary
/// file. Safe for concurrent use.
public final class DurableFiles {
    /// Ends the name of every temporary file; such files may be deleted when nobody writes.
    public static final String TEMPORARY_SUFFIX = ".stemma-tmp";

    /// Windows refuses to replace a file that a virus scanner or indexer reads; it usually lets go within this time.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final AtomicLong COUNTER = new AtomicLong();

    private DurableFiles() {}

    /// Writes a text as UTF-8; see [#write(Path, byte\[\])].
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Creates or replaces a file. Its folder must exist.
    ///
    /// @throws IOException when the bytes could not be kept (disk full, no permission, …); the old file is untouched
    public static void write(Path file, byte[] bytes) throws IOException {
        make(file, temporary -> writeForced(temporary, bytes), DurableFiles::replace);
    }

    private static void writeForced(Path unfinished, byte[] bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /// What went wrong while a file was written, with its name where the system said none (a full disk says only that)
    /// or that of a temporary file.
    public static IOException naming(Path file, IOException e) {
        if (e instanceof FileSystemException problem && !isTemporary(problem.getFile())) {
            return e;
        }
        String name = file.toString();
        FileSystemException named =
                switch (e) {
                    case AccessDeniedException denied -> new AccessDeniedException(name, null, denied.getReason());
                    case FileSystemException problem -> new FileSystemException(name, null, problem.getReason());
                    default -> new FileSystemException(name, null, e.getMessage());
                };
        named.initCause(e);
        return named;
    }

    private static boolean isTemporary(@Nullable String file) {
        return file != null && file.endsWith(TEMPORARY_SUFFIX);
    }

    /// A name that nobody else uses, for a file that will be moved to its place in the same folder.
    public static Path temporary(Path folder) {
        return folder.resolve("." + ProcessHandle.current().pid() + "-" + COUNTER.incrementAndGet() + TEMPORARY_SUFFIX);
    }

    /// Makes a file in steps of its maker's own.
    public interface Maker {
        /// @param unfinished where to make it; not there yet
        /// @throws IOException when it cannot be made; what is there of it is deleted
        void make(Path unfinished) throws IOException;
    }

    /// Makes a new file that is whole or not there at all. Its folder must exist.
    ///
    /// @throws FileAlreadyExistsException when it is there already
    /// @throws IOException when it could not be made
    public static void writeNew(Path file, Maker maker) throws IOException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        make(
                file,
                temporary -> {
                    maker.make(temporary);
                    force(temporary);
                },
                Files::move);
    }

    /// Brings a finished file to its place.
    private interface Move {
        void move(Path temporary, Path file) throws IOException;
    }

    /// @param maker leaves a file that is on the disk
    private static void make(Path file, Maker maker, Move move) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path temporary = temporary(folder);
        try {
            maker.make(temporary);
            move.move(temporary, file);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw naming(file, e);
        } catch (RuntimeException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        forceFolder(folder);
    }

    /// Returns when what was written to a file is on the disk.
    ///
    /// @throws IOException when the disk does not say so; nothing is known of the file then
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /// Moves a file over another one, or to a free place, in one step. Durable once [#forceFolder] was called.
    ///
    /// @throws IOException when it could not be moved; both are untouched
    public static void replace(Path temporary, Path file) throws IOException {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        for (long pause = 5; ; pause = Math.min(pause * 2, 200)) {
            try {
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return;
            } catch (AccessDeniedException e) {
                if (!isWindows() || System.nanoTime() > giveUpAt) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
            }
        }
    }

    /// Makes the names in a folder durable: what was created, moved or deleted there. Does nothing on Windows, which
    /// cannot open a folder and does not need it.
    ///
    /// @throws IOException when the disk does not say so
    public static void forceFolder(Path folder) throws IOException {
        if (isWindows()) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// Creates a folder and its parents, durably.
    ///
    /// @throws IOException when one cannot be made; those above it stay
    public static void createFolders(Path folder) throws IOException {
        Path missing = folder.toAbsolutePath();
        if (Files.isDirectory(missing)) {
            return;
        }
        createFolders(missing.getParent());
        Files.createDirectories(missing);
        forceFolder(missing.getParent());
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }
}
