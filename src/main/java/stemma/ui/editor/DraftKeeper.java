package stemma.ui.editor;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import stemma.draft.Draft;
import stemma.draft.Drafts;
import stemma.prompt.PromptId;
import stemma.ui.common.Messages;
import stemma.ui.common.Notices;
import stemma.ui.common.Tasks;

/// Brings one prompt's draft file to what the author wants it to be: within a pause of [#PAUSE] plus the time of one
/// write, however fast the author types. Wishes are carried out in order and the last one wins; one that fails is
/// tried again until it succeeds or a newer one comes. Used on the FX thread only.
final class DraftKeeper {
    static final Duration PAUSE = Duration.ofMillis(250);
    static final Duration RETRY = Duration.ofSeconds(2);

    private final PromptId prompt;
    private final Drafts drafts;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<DraftState> state = new ReadOnlyObjectWrapper<>(new DraftState.None());
    private final Disk disk = new Disk();
    private Wish wish = new Wish(0, Optional.empty());
    private Optional<Tasks.Handle> timer = Optional.empty();
    private boolean writing;
    private boolean stopped;

    /// What the file should hold; empty for no file.
    private record Wish(long number, Optional<Draft> draft) {}

    DraftKeeper(PromptId prompt, Drafts drafts, Tasks tasks) {
        this.prompt = prompt;
        this.drafts = drafts;
        this.tasks = tasks;
    }

    ReadOnlyObjectProperty<DraftState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Tells that the file holds this already.
    void found(Draft draft) {
        state.set(new DraftState.Kept(draft.at()));
    }

    /// Wants the file to hold a draft.
    void keep(Draft draft) {
        want(Optional.of(draft));
    }

    /// Wants no file.
    void drop() {
        want(Optional.empty());
    }

    private void want(Optional<Draft> draft) {
        wish = new Wish(wish.number() + 1, draft);
        if (state.get() instanceof DraftState.Failed) {
            timer.ifPresent(Tasks.Handle::cancel);
            timer = Optional.empty();
        } else {
            state.set(draft.isPresent() ? new DraftState.Waiting() : new DraftState.None());
        }
        schedule(PAUSE);
    }

    private void schedule(Duration pause) {
        if (timer.isEmpty() && !stopped) {
            timer = Optional.of(tasks.later(pause, () -> {
                timer = Optional.empty();
                write();
            }));
        }
    }

    private void write() {
        if (writing) {
            schedule(PAUSE);
            return;
        }
        Wish wanted = wish;
        writing = true;
        tasks.run(
                Messages.text("editor.task.draft"),
                _ -> {
                    disk.put(wanted);
                    return wanted;
                },
                this::written,
                this::failed);
    }

    private void written(Wish done) {
        writing = false;
        if (!stopped && done.number() == wish.number()) {
            state.set(settled(done));
        }
    }

    private static DraftState settled(Wish done) {
        return done.draft().<DraftState>map(draft -> new DraftState.Kept(draft.at())).orElse(new DraftState.None());
    }

    private void failed(Exception cause) {
        writing = false;
        state.set(new DraftState.Failed(Notices.explain(cause)));
        schedule(RETRY);
    }

    /// Carries the last wish out before it returns, also when a write is going on.
    ///
    /// @return false when that failed; [#stateProperty()] says why
    boolean flush() {
        timer.ifPresent(Tasks.Handle::cancel);
        timer = Optional.empty();
        try {
            disk.put(wish);
        } catch (IOException e) {
            failed(e);
            return false;
        }
        if (!(state.get() instanceof DraftState.Kept)) {
            state.set(settled(wish));
        }
        return true;
    }

    /// Writes no more, not even a wish that is not carried out yet, so [#flush()] comes first. Waits for a write that
    /// is going on: the file is somebody else's when this returns.
    void stop() {
        stopped = true;
        timer.ifPresent(Tasks.Handle::cancel);
        timer = Optional.empty();
        disk.close();
    }

    /// The file. Safe for concurrent use: an older wish never replaces a newer one.
    private final class Disk {
        private long done;
        private boolean closed;

        synchronized void close() {
            closed = true;
        }

        synchronized void put(Wish wanted) throws IOException {
            if (closed || wanted.number() <= done) {
                return;
            }
            if (wanted.draft().isPresent()) {
                drafts.save(wanted.draft().get());
            } else {
                drafts.discard(prompt);
            }
            done = wanted.number();
        }
    }
}
