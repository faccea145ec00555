package stemma.ui.sync;

import java.time.Duration;
import java.util.function.Consumer;
import stemma.ui.common.DirectTasks;
import stemma.ui.common.Tasks;

/// Tasks whose work its author stops at once.
final class StoppedTasks implements Tasks {
    private final DirectTasks tasks = new DirectTasks();

    @Override
    public <T> Handle run(
            String title, Work<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        return tasks.run(title, _ -> work.run(new Stopped()), onDone, onFailed);
    }

    @Override
    public void onFxThread(Runnable action) {
        tasks.onFxThread(action);
    }

    @Override
    public Handle later(Duration pause, Runnable action) {
        return tasks.later(pause, action);
    }

    private record Stopped() implements Progress {
        @Override
        public void report(double fraction, String detail) {}

        @Override
        public boolean isCancelled() {
            return true;
        }
    }
}
