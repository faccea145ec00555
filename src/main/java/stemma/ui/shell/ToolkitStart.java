package stemma.ui.shell;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;
import stemma.settings.Settings;

/// The toolkit, which starts on a thread of its own while its caller makes what needs none (docs/adr/0151).
public final class ToolkitStart {
    private final CompletableFuture<Void> started = new CompletableFuture<>();

    private ToolkitStart() {}

    /// Begins to start it, as large as the author wants everything to be.
    public static ToolkitStart begin(Settings settings) {
        settings.get(Remembered.SCALE).prepare();
        Drawing.prepare(settings);
        ToolkitStart start = new ToolkitStart();
        Thread.ofPlatform().name("stemma-toolkit").start(start::run);
        return start;
    }

    private void run() {
        try {
            Platform.startup(() -> {});
            started.complete(null);
        } catch (RuntimeException | Error e) {
            started.completeExceptionally(e);
        }
    }

    /// Does something on the FX thread as soon as the toolkit runs; nothing when it cannot start.
    void then(Runnable action) {
        started.thenRun(() -> Platform.runLater(action));
    }

    /// Waits until it runs.
    ///
    /// @throws RuntimeException when it cannot start
    /// @throws LinkageError when a library of the system is missing
    void await() {
        try {
            started.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }

    /// Waits until it runs or cannot. A process that ends while the desktop's libraries are being loaded can crash.
    public void settle() {
        started.handle((_, _) -> true).join();
    }
}
