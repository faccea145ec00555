package stemma.store.file;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Notices what other programs change below a folder. Where the system tells of changes, they are looked at as soon as
/// it has been quiet for a moment; since systems forget some, and some tell nothing, names, sizes and times are also
/// looked at again and again, the less often the longer it takes.
final class FolderWatch implements AutoCloseable {
    private static final Duration QUIET = Duration.ofMillis(60);
    /// Whoever writes without pause is looked at all the same.
    private static final Duration LONGEST_DELAY = Duration.ofMillis(300);

    /// How often to look anyway, where the system tells of changes and where it does not.
    private static final Duration CHECK = Duration.ofSeconds(10);

    private static final Duration POLL = Duration.ofMillis(400);
    /// At most this part of the time is spent on looking anyway.
    private static final int IDLE_PARTS = 20;

    private final Folder folder;
    private final Thread thread = Thread.ofPlatform().daemon().name("stemma-watch").unstarted(this::run);
    private final Map<WatchKey, Path> watched = new HashMap<>();
    private volatile boolean closed;

    private Set<Path> trees = new LinkedHashSet<>();
    private Set<Path> single = new LinkedHashSet<>();

    FolderWatch(Folder folder) {
        this.folder = folder;
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        try (WatchService service = folder.root.getFileSystem().newWatchService()) {
            boolean told = canTell() && register(service, folder.root);
            trees.add(folder.root);
            long nextLook = System.nanoTime() + look();
            while (!closed) {
                Duration pause = told ? CHECK : POLL;
                long wait = Math.min(nextLook - System.nanoTime(), pause.toNanos());
                WatchKey key = service.poll(Math.max(wait, 1), TimeUnit.NANOSECONDS);
                if (key != null) {
                    told &= collectUntilQuiet(service, key);
                    look();
                } else if (System.nanoTime() >= nextLook) {
                    told = told || canTell() && watched.isEmpty() && register(service, folder.root);
                    trees.add(folder.root);
                    nextLook = System.nanoTime() + Math.max(pause.toNanos(), look() * IDLE_PARTS);
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            // closed
        } catch (IOException | RuntimeException e) {
            if (!closed) {
                log("changes by other programs in a store folder are not noticed any more", e);
            }
        }
    }

    /// macOS tells only after seconds; looking often is faster.
    private static boolean canTell() {
        return !System.getProperty("os.name").startsWith("Mac");
    }

    private boolean collectUntilQuiet(WatchService service, WatchKey first) throws InterruptedException {
        long giveUpAt = System.nanoTime() + LONGEST_DELAY.toNanos();
        boolean told = true;
        for (@Nullable WatchKey key = first;
                key != null;
                key = System.nanoTime() < giveUpAt ? service.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS) : null) {
            Path in = watched.get(key);
            for (WatchEvent<?> event : key.pollEvents()) {
                told &= collect(service, in, event);
            }
            if (!key.reset()) {
                watched.remove(key);
            }
        }
        return told;
    }

    private boolean collect(WatchService service, @Nullable Path in, WatchEvent<?> event) {
        if (in == null || event.kind() == StandardWatchEventKinds.OVERFLOW) {
            trees.add(folder.root);
            return true;
        }
        Path child = in.resolve(String.valueOf(event.context()));
        String name = child.getFileName().toString();
        if (name.startsWith(".")) {
            return true;
        }
        if (Names.isOurs(name)) {
            single.add(in);
        } else if (event.kind() == StandardWatchEventKinds.ENTRY_DELETE) {
            trees.add(child);
        } else if (event.kind() == StandardWatchEventKinds.ENTRY_CREATE
                && Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
            trees.add(child);
            return register(service, child);
        }
        return true;
    }

    /// @return whether the system promised to tell
    private boolean register(WatchService service, Path start) {
        try {
            for (Path found : FolderScan.of(folder.root, start).folders()) {
                watched.put(
                        found.register(
                                service,
                                StandardWatchEventKinds.ENTRY_CREATE,
                                StandardWatchEventKinds.ENTRY_MODIFY,
                                StandardWatchEventKinds.ENTRY_DELETE),
                        found);
            }
            return !watched.isEmpty();
        } catch (IOException e) {
            return !Files.isDirectory(start);
        }
    }

    /// @return how long it took, in nanoseconds
    private long look() {
        long start = System.nanoTime();
        Set<Path> changedTrees = trees;
        Set<Path> changedFolders = single;
        trees = new LinkedHashSet<>();
        single = new LinkedHashSet<>();
        try {
            folder.refresh(changedTrees, changedFolders);
        } catch (IOException | RuntimeException e) {
            if (!closed) {
                log("a store folder could not be looked at", e);
            }
        }
        return System.nanoTime() - start;
    }

    private static void log(String message, Exception e) {
        System.getLogger(FolderWatch.class.getName()).log(System.Logger.Level.WARNING, message, e);
    }
}
