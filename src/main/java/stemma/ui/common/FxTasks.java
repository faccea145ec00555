package stemma.ui.common;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Tasks on a few threads of their own. Its methods may be called on the FX thread only, [#onFxThread] on any.
public final class FxTasks implements Tasks, AutoCloseable {
    /// Work that lasts longer is shown.
    public static final Duration SHOWN_AFTER = Duration.ofMillis(500);


    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("task-", 1).factory());
    /// Not an animation of the toolkit's, which would draw frames, and hold the window, for as long as somebody waits.
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("clock").factory());
    private final ObservableList<Running> shown = FXCollections.observableArrayList();
    private final List<Running> whole = new ArrayList<>();

    public FxTasks() {
        clock.setRemoveOnCancelPolicy(true);
        clock.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /// The work that has lasted longer than half a second, for the status bar.
    public ObservableList<Running> shown() {
        return shown;
    }

    /// The titles of the work that is not to be cut off and goes on.
    public List<String> unfinished() {
        return whole.stream().map(Running::title).toList();
    }

    @Override
    public <T> Handle run(
            String title, Work<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        return start(new Running(title, shown), work, onDone, onFailed);
    }

    @Override
    public <T> Handle runWhole(
            String title, Work<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        Running running = new Running(title, shown);
        whole.add(running);
        return start(running, work, onDone, onFailed);
    }

    private <T> Handle start(
            Running running, Work<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        Handle showing = later(SHOWN_AFTER, running::show);
        Runnable ended = () -> {
            showing.cancel();
            shown.remove(running);
            whole.remove(running);
        };
        try {
            threads.execute(() -> {
                try {
                    T result = work.run(running);
                    deliver(running, ended, () -> onDone.accept(result));
                } catch (Exception e) {
                    deliver(running, ended, () -> onFailed.accept(e));
                } catch (Error e) {
                    System.getLogger(FxTasks.class.getName()).log(System.Logger.Level.ERROR, running.title(), e);
                    deliver(running, ended, () -> onFailed.accept(new IllegalStateException(e.toString(), e)));
                }
            });
        } catch (RejectedExecutionException e) {
            ended.run();
        }
        return running;
    }

    private void deliver(Running running, Runnable ended, Runnable receiver) {
        onFxThread(() -> {
            ended.run();
            if (!running.dropped) {
                receiver.run();
            }
        });
    }

    @Override
    public void onFxThread(Runnable action) {
        Platform.runLater(action);
    }

    @Override
    public Handle later(Duration pause, Runnable action) {
        Later later = new Later(action);
        try {
            Future<?> due = clock.schedule(() -> onFxThread(later), pause.toNanos(), TimeUnit.NANOSECONDS);
            return () -> {
                later.isCancelled = true;
                due.cancel(false);
            };
        } catch (RejectedExecutionException e) {
            return () -> {};
        }
    }

    /// What waits on the FX thread already can be cancelled there still.
    private static final class Later implements Runnable {
        private final Runnable action;
        private boolean isCancelled;

        Later(Runnable action) {
            this.action = action;
        }

        @Override
        public void run() {
            if (!isCancelled) {
                action.run();
            }
        }
    }

    /// Takes no more work; work that runs is not waited for, and what was meant for later is not done.
    @Override
    public void close() {
        threads.shutdown();
        clock.shutdown();
    }

    /// Work that is going on.
    public static final class Running implements Progress, Handle {
        private final String title;
        private final ObservableList<Running> shown;
        private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
        private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
        private volatile boolean dropped;
        private volatile boolean stopping;
        private volatile long reportedAt;

        private Running(String title, ObservableList<Running> shown) {
            this.title = title;
            this.shown = shown;
        }

        private void show() {
            if (fraction.get() < 1) {
                shown.add(this);
            }
        }

        public String title() {
            return title;
        }

        public ReadOnlyDoubleProperty fractionProperty() {
            return fraction.getReadOnlyProperty();
        }

        public ReadOnlyStringProperty detailProperty() {
            return detail.getReadOnlyProperty();
        }

        @Override
        public void report(double newFraction, String newDetail) {
            long now = System.nanoTime();
            if (now - reportedAt < 50_000_000L && newFraction < 1) {
                return;
            }
            reportedAt = now;
            Platform.runLater(() -> {
                fraction.set(newFraction);
                detail.set(newDetail);
                if (newFraction >= 1) {
                    shown.remove(this);
                }
            });
        }

        @Override
        public boolean isCancelled() {
            return dropped || stopping;
        }

        @Override
        public void cancel() {
            dropped = true;
        }

        /// Tells the work to stop, as its user wishes. What it has done by then, or its failure, is still delivered:
        /// whoever started it must not wait for ever.
        public void stop() {
            stopping = true;
            shown.remove(this);
        }
    }
}
