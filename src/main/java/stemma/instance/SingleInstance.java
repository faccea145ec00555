package stemma.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Sees to it that one window per data folder runs: the first start holds a lock and listens on a local socket that
/// only its user can reach; a second start says there what it wants and ends,
/// or has its work done there. The operating system lets go of the
/// lock when the process dies, however it dies. Safe for concurrent use.
public final class SingleInstance implements AutoCloseable {
    private static final int MOST_VISITS = 64;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final FileChannel lockFile;
    private final FileLock lock;
    private final Path socket;
    private final Set<Visit> visits = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ServerSocketChannel server;

    private SingleInstance(FileChannel lockFile, FileLock lock, Path socket) {
        this.lockFile = lockFile;
        this.lock = lock;
        this.socket = socket;
    }

    /// What became of a start.
    public sealed interface Start {
        /// The data folder is this process's.
        record First(SingleInstance instance) implements Start {}

        /// The process that has the data folder was told.
        record Told() implements Start {}

        /// A process has the data folder and could not be told.
        record Unanswered() implements Start {}
    }

    /// Takes the data folder for this process, or tells the one that has it what to open. That one may be starting
    /// still, or ending: somebody who opens two files at once starts the program twice at once.
    ///
    /// @param call what to open there
    /// @param patience how long to go on trying
    /// @throws IOException when the folder cannot be written
    public static Start start(Path home, Call call, Duration patience) throws IOException {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<SingleInstance> instance = claim(home);
            if (instance.isPresent()) {
                return new Start.First(instance.get());
            }
            if (tell(home, call)) {
                return new Start.Told();
            }
            if (System.nanoTime() > until) {
                return new Start.Unanswered();
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    /// Takes the data folder for this process.
    ///
    /// @return empty when another process has it
    /// @throws IOException when the folder cannot be written
    public static Optional<SingleInstance> claim(Path home) throws IOException {
        Files.createDirectories(home);
        FileChannel channel = FileChannel.open(
                home.resolve(LocalSocket.LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(channel);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new SingleInstance(channel, lock, LocalSocket.of(home)));
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            log().log(System.Logger.Level.DEBUG, "this process has the data folder", e);
            return null;
        }
    }

    /// Tells the process that has the data folder to come to the front.
    ///
    /// @param call what to open there
    /// @return whether it was reached
    public static boolean tell(Path home, Call call) {
        ByteBuffer bytes = ByteBuffer.wrap(call.toJson().getBytes(StandardCharsets.UTF_8));
        if (bytes.remaining() > Visit.LONGEST_CALL) {
            return false;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(LocalSocket.of(home)));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// Hears what later starts want, each on a thread of its own.
    ///
    /// @param receiver told when one wants the window in front, and what to open there
    /// @param worker does the work of those that have some
    public void listen(Consumer<Call> receiver, Worker worker) {
        try {
            LocalSocket.prepare(socket);
            ServerSocketChannel opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            opened.bind(UnixDomainSocketAddress.of(socket));
            server = opened;
            Thread.ofPlatform().daemon().name("later-starts").start(() -> accept(opened, receiver, worker));
        } catch (IOException e) {
            log().log(System.Logger.Level.WARNING, "later starts cannot reach this window at " + socket, e);
        }
    }

    private void accept(ServerSocketChannel opened, Consumer<Call> receiver, Worker worker) {
        while (opened.isOpen()) {
            try {
                SocketChannel channel = opened.accept();
                if (visits.size() >= MOST_VISITS) {
                    channel.close();
                    continue;
                }
                Visit visit = new Visit(channel, receiver, worker);
                visits.add(visit);
                Thread.ofPlatform().daemon().name("later-start").start(() -> {
                    try {
                        visit.run();
                    } finally {
                        visits.remove(visit);
                    }
                });
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                log().log(System.Logger.Level.WARNING, "a later start was not understood", e);
            }
        }
    }

    /// Hears later starts no more. They wait for [#close()], for nobody would do what they want.
    public void stopListening() {
        try (ServerSocketChannel _ = server) {
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            log().log(System.Logger.Level.DEBUG, "the socket could not be taken away", e);
        }
    }

    /// Work for later starts that is going on is told to stop and waited for, a second at most.
    @Override
    public void close() {
        stopListening();
        try (lockFile;
                lock) {
            List<Visit> left = List.copyOf(visits);
            left.forEach(Visit::leave);
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
            left.forEach(visit -> visit.close(until));
        } catch (IOException e) {
            log().log(System.Logger.Level.DEBUG, "the lock could not be given back", e);
        }
    }

    private static System.Logger log() {
        return System.getLogger(SingleInstance.class.getName());
    }
}
