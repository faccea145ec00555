package stemma.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Forces many files or folders to the disk, several at a time: file systems write those that wait together in one go,
/// which makes an import many times faster. Stateless.
public final class Forcing {
    private static final int AT_A_TIME = 16;
    /// For so few it is not worth starting threads.
    private static final int FEW = 4;

    private Forcing() {}

    @FunctionalInterface
    private interface Force {
        void run(Path path) throws IOException;
    }

    /// Returns when what was written to the files is on the disk.
    ///
    /// @throws IOException when one of them cannot be forced
    public static void files(Collection<Path> files) throws IOException {
        each(files, DurableFiles::force);
    }

    /// Returns when the names in the folders are on the disk.
    ///
    /// @throws IOException when one of them cannot be forced
    public static void folders(Collection<Path> folders) throws IOException {
        each(folders, DurableFiles::forceFolder);
    }

    private static void each(Collection<Path> paths, Force force) throws IOException {
        if (paths.size() <= FEW) {
            for (Path path : paths) {
                force.run(path);
            }
            return;
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(paths.size(), AT_A_TIME))) {
            List<Future<?>> results = new ArrayList<>();
            for (Path path : paths) {
                results.add(threads.submit(() -> {
                    try {
                        force.run(path);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
            }
            for (Future<?> result : results) {
                result.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UncheckedIOException failure
                    ? failure.getCause()
                    : new IOException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the thread that changes a folder", e);
        }
    }
}
