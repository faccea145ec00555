package stemma.store.h2;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/// A file system of H2 that knows what is open, so that it can be closed: when H2 stumbles over damaged bytes while it
/// opens a file, it leaves that open and locked for as long as the program runs. Must be public for H2.
public final class TrackedFiles extends FilePathWrapper {
    private static final String SCHEME = "stemma";

    private static final Map<String, List<FileChannel>> OPEN = new ConcurrentHashMap<>();
    private static final ThreadLocal<@Nullable List<FileChannel>> ATTEMPT = new ThreadLocal<>();

    /// What stands before the path of a file that is tracked.
    static String prefix() {
        FilePath.register(new TrackedFiles());
        return SCHEME + ":";
    }

    /// Closes what is open of a file. Nobody may be using it.
    ///
    /// @param name the file's path with [#prefix()], as H2 writes it
    static void close(String name) {
        List<FileChannel> channels = OPEN.remove(name);
        if (channels != null) {
            for (FileChannel channel : channels) {
                try {
                    channel.close();
                } catch (IOException e) {
                    System.getLogger(TrackedFiles.class.getName())
                            .log(Level.WARNING, "the file " + name + " could not be closed", e);
                }
            }
        }
    }

    /// Remembers what this thread opens from here on, until [#end].
    static void begin() {
        ATTEMPT.set(new ArrayList<>());
    }

    /// Closes what this thread opened since [#begin], which H2 leaves open and locked when it finds a file in use.
    static void undo() {
        List<FileChannel> attempt = ATTEMPT.get();
        for (FileChannel channel : attempt == null ? List.<FileChannel>of() : attempt) {
            try {
                channel.close();
            } catch (IOException e) {
                System.getLogger(TrackedFiles.class.getName())
                        .log(Level.WARNING, "a file could not be closed", e);
            }
        }
    }

    static void end() {
        ATTEMPT.remove();
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel channel = super.open(mode);
        List<FileChannel> attempt = ATTEMPT.get();
        if (attempt != null) {
            attempt.add(channel);
        }
        OPEN.compute(name, (_, before) -> {
            List<FileChannel> open = before == null ? new ArrayList<>() : new ArrayList<>(before);
            open.removeIf(other -> !other.isOpen());
            open.add(channel);
            return open;
        });
        return channel;
    }
}
