package stemma.ui.common;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Tasks that run at once on the caller's thread: models are tested without a toolkit, and every result is there when
/// the call returns. What is asked for later waits until [#passTime()].
public final class DirectTasks implements Tasks {
    private final List<Runnable> waiting = new ArrayList<>();
    private final List<String> whole = new ArrayList<>();

    @Override
    public <T> Handle run(
            String title, Work<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        T result;
        try {
            result = work.run(new NoProgress());
        } catch (Exception e) {
            onFailed.accept(e);
            return () -> {};
        }
        onDone.accept(result);
        return () -> {};
    }

    @Override
    public <T> Handle runWhole(
            String title, Work<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        whole.add(title);
        return run(title, work, onDone, onFailed);
    }

    /// The titles of what was run as work that closing the window should not cut off.
    public List<String> whole() {
        return List.copyOf(whole);
    }

    @Override
    public void onFxThread(Runnable action) {
        action.run();
    }

    @Override
    public Handle later(Duration pause, Runnable action) {
        waiting.add(action);
        return () -> waiting.remove(action);
    }

    /// Runs what waits.
    public void passTime() {
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
    }

    private record NoProgress() implements Progress {
        @Override
        public void report(double fraction, String detail) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
