package stemma.files;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The one thread that changes a store folder and its index. A file's channel is closed under a thread that is interrupted,
/// so callers wait here instead of writing themselves, and an interruption reaches them afterwards.
public final class Keeper implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("stemma-folder").factory());

    /// Does some work on that thread and waits for it. Safe for concurrent use.
    ///
    /// @throws IOException when the work throws it
    /// @throws java.util.concurrent.RejectedExecutionException after [#close()]
    public <T> T call(Callable<T> work) throws IOException {
        Future<T> result = thread.submit(work);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return result.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                default -> throw new IllegalStateException(e.getCause());
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
