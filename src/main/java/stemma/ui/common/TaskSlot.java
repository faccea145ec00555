package stemma.ui.common;

import java.util.function.Consumer;

/// Room for one piece of work: a new one cancels the one before, so that a screen never shows a result that is no
/// longer wanted. Used on the FX thread only.
public final class TaskSlot {
    private final Tasks tasks;
    private Tasks.Handle current = () -> {};

    public TaskSlot(Tasks tasks) {
        this.tasks = tasks;
    }

    /// As [Tasks#run].
    public <T> void run(
            String title, Tasks.Work<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        cancel();
        current = tasks.run(title, work, onDone, onFailed);
    }

    /// Cancels what runs in the slot; its result is dropped.
    public void cancel() {
        current.cancel();
    }
}
