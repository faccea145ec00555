package stemma.store.gojson;

import java.time.Duration;

/// Looks at a folder again and again: other programs write into files without telling. Looking costs a call to the
/// system for each file; at most a part of the time is spent on it.
final class FolderPoll implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final int IDLE_PARTS = 10;

    private final Runnable look;
    private final Thread thread = Thread.ofPlatform().daemon().name("stemma-poll").unstarted(this::run);
    private volatile boolean closed;

    FolderPoll(Runnable look) {
        this.look = look;
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
        Duration pause = PAUSE;
        boolean failed = false;
        while (!closed) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
            long start = System.nanoTime();
            try {
                look.run();
                failed = false;
            } catch (RuntimeException e) {
                if (!closed && !failed) {
                    System.getLogger(FolderPoll.class.getName())
                            .log(System.Logger.Level.WARNING, "a store folder could not be looked at", e);
                }
                failed = true;
            }
            Duration idle = Duration.ofNanos((System.nanoTime() - start) * IDLE_PARTS);
            pause = idle.compareTo(PAUSE) > 0 ? idle : PAUSE;
        }
    }
}
