package stemma.ui.common;

import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import stemma.transfer.Progress;

/// Takes the progress of work to the FX thread, a hundred steps at most, and stops the work in order, so that it still
/// tells its result. Safe for concurrent use.
public final class StoppableProgress implements Progress {
    private final Tasks tasks;
    private final DoubleConsumer shown;
    private volatile boolean stopped;
    private volatile BooleanSupplier cancelled = () -> false;
    private int lastPercent = -1;

    /// @param shown gets the share that is done, from 0 to 1, on the FX thread
    public StoppableProgress(Tasks tasks, DoubleConsumer shown) {
        this.tasks = tasks;
        this.shown = shown;
    }

    /// Stops the work also when its task is cancelled, which drops its result.
    ///
    /// @param onDropped called on the FX thread then
    public <T> Tasks.Work<T> stopping(Tasks.Work<T> work, Runnable onDropped) {
        return task -> {
            cancelled = task::isCancelled;
            try {
                return work.run(task);
            } finally {
                if (task.isCancelled()) {
                    tasks.onFxThread(onDropped);
                }
            }
        };
    }

    /// Asks the work to end what it has begun, and then to stop.
    public void stop() {
        stopped = true;
    }

    @Override
    public synchronized void report(double fraction, long count) {
        int percent = (int) (fraction * 100);
        if (percent != lastPercent) {
            lastPercent = percent;
            tasks.onFxThread(() -> shown.accept(fraction));
        }
    }

    @Override
    public boolean isCancelled() {
        return stopped || cancelled.getAsBoolean();
    }
}
