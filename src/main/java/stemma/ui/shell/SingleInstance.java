package stemma.ui.shell;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Sees to it that one window per data folder runs: the first start holds a lock and listens on a local socket that
/// only its user can reach; a second start says there what it wants and ends. The operating system lets go of the
/// lock when the process dies, however it dies. Safe for concurrent use.
public final class SingleInstance implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SingleInstance.class.getName());
    private static final int LONGEST_REQUEST = 8_192;

    private final FileChannel lockFile;
    private final FileLock lock;
    private final Path socket;
    private @Nullable ServerSocketChannel server;

    private SingleInstance(FileChannel lockFile, FileLock lock, Path socket) {
        this.lockFile = lockFile;
        this.lock = lock;
        this.socket = socket;
    }

    /// Takes the data folder for this process.
    ///
    /// @return empty when another process has it
    /// @throws IOException when the folder cannot be written
    public static Optional<SingleInstance> claim(Path home) throws IOException {
        Files.createDirectories(home);
        FileChannel channel = FileChannel.open(
                home.resolve("window.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new SingleInstance(channel, lock, socket(home)));
    }

    /// A socket's path may have about a hundred characters, so it stands in a folder of the user's own below the
    /// system's folder for temporary files, not below the data folder.
    private static Path socket(Path home) {
        CRC32 hash = new CRC32();
        hash.update(home.toAbsolutePath().normalize().toString().getBytes(StandardCharsets.UTF_8));
        return Path.of(System.getProperty("java.io.tmpdir"))
                .resolve("stemma-" + System.getProperty("user.name"))
                .resolve(Long.toHexString(hash.getValue()) + ".socket");
    }

    /// Tells the process that has the data folder to come to the front.
    ///
    /// @param request what to open there; may be empty
    /// @return whether it was reached
    public static boolean tell(Path home, String request) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket(home)));
            channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.UTF_8)));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Hears what later starts want, on a thread of its own.
    public void listen(Consumer<String> receiver) {
        try {
            Path folder = socket.getParent();
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder);
            }
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            Files.deleteIfExists(socket);
            ServerSocketChannel opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            opened.bind(UnixDomainSocketAddress.of(socket));
            server = opened;
            Thread.ofPlatform().daemon().name("later-starts").start(() -> accept(opened, receiver));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "later starts cannot reach this window at " + socket, e);
        }
    }

    private static void accept(ServerSocketChannel server, Consumer<String> receiver) {
        while (server.isOpen()) {
            try (SocketChannel channel = server.accept()) {
                byte[] request = Channels.newInputStream(channel).readNBytes(LONGEST_REQUEST);
                receiver.accept(new String(request, StandardCharsets.UTF_8));
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "a later start was not understood", e);
            }
        }
    }

    @Override
    public void close() {
        try (lockFile;
                lock;
                ServerSocketChannel _ = server) {
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "the lock could not be given back", e);
        }
    }
}
