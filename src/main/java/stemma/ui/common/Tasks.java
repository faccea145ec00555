package stemma.ui.common;

import java.time.Duration;
import java.util.function.Consumer;

/// The only door between the window, whose code runs on the FX thread, and everything below it, which blocks.
public interface Tasks {
    /// What blocks.
    @FunctionalInterface
    interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /// How work tells how far it is, and learns that nobody waits for it any more. Safe to use from the work's thread.
    interface Progress {
        /// @param fraction from 0 to 1, or below 0 when unknown; work that goes on after 1 is no longer shown
        /// @param detail a few words such as `120 of 408`; may be empty
        void report(double fraction, String detail);

        /// Work that can stop should ask now and then.
        boolean isCancelled();
    }

    /// Work that was started.
    interface Handle {
        /// Work that asks is told to stop, and its result is dropped whether it stops or not. Its thread is never
        /// interrupted. Does nothing when the work has ended.
        void cancel();
    }

    /// Runs work elsewhere; then one of the two receivers is called on the FX thread, unless it was cancelled.
    ///
    /// @param title what is going on, shown with its progress when it lasts longer than half a second
    <T> Handle run(String title, Work<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed);

    /// As [#run], for work whose author would not want it cut off: whoever closes the window meanwhile is asked.
    default <T> Handle runWhole(
            String title, Work<T> work, Consumer<? super T> onDone, Consumer<? super Exception> onFailed) {
        return run(title, work, onDone, onFailed);
    }

    /// Calls on the FX thread soon, from any thread.
    void onFxThread(Runnable action);

    /// Calls on the FX thread after a pause.
    ///
    /// @return cancels the call
    Handle later(Duration pause, Runnable action);
}
