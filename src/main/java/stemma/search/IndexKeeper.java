package stemma.search;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import stemma.prompt.PromptId;
import stemma.store.Store;
import stemma.store.StoreChange;
import stemma.store.StoreException;
import stemma.store.Subscription;

/// Keeps an index like its store: catches up once, then follows every change that the store tells of. Its owner runs
/// [#work] on a thread of its own and closes the keeper to end it; closing does not close the index.
public final class IndexKeeper implements AutoCloseable {
    private static final Duration CALM = Duration.ofSeconds(5);

    private final SearchIndex index;
    private final Subscription subscription;
    private final Set<PromptId> changed = new LinkedHashSet<>();
    private boolean anythingChanged = true;
    private boolean closed;

    /// Hears of changes from now on; [#work] follows them.
    public IndexKeeper(SearchIndex index, Store store) {
        this.index = index;
        this.subscription = store.watch(this::note);
    }

    private synchronized void note(StoreChange change) {
        change.prompt().ifPresentOrElse(changed::add, () -> anythingChanged = true);
        notifyAll();
    }

    /// Catches up and follows until the keeper is closed. An index that proves damaged is made anew, once.
    ///
    /// @param progress of catching up
    /// @throws SearchUnavailableException when the index cannot be used for good
    /// @throws StoreException when the store cannot be read
    public void work(SearchIndex.Progress progress) {
        SearchIndex.Progress untilClosed = new UntilClosed(progress);
        boolean rebuilt = false;
        while (!isClosed()) {
            try {
                follow(untilClosed);
            } catch (SearchUnavailableException e) {
                if (isClosed()) {
                    return;
                }
                if (rebuilt) {
                    throw e;
                }
                rebuilt = true;
                index.rebuild(untilClosed);
            } catch (StoreException.Closed e) {
                return;
            }
        }
    }

    private void follow(SearchIndex.Progress progress) {
        boolean committed = true;
        while (!isClosed()) {
            Work work = await(committed ? Duration.ZERO : CALM);
            if (work.everything()) {
                index.catchUp(progress);
            }
            work.prompts().forEach(index::refresh);
            if (work.isEmpty() && !committed && !isClosed()) {
                index.commit();
            }
            committed = work.prompts().isEmpty();
        }
    }

    private record Work(boolean everything, Set<PromptId> prompts) {
        boolean isEmpty() {
            return !everything && prompts.isEmpty();
        }
    }

    /// Takes what is to be done, waiting for it.
    ///
    /// @param patience how long to wait; zero for ever
    private synchronized Work await(Duration patience) {
        if (!anythingChanged && changed.isEmpty() && !closed) {
            try {
                wait(patience.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                closed = true;
            }
        }
        Work work = new Work(anythingChanged, Set.copyOf(changed));
        anythingChanged = false;
        changed.clear();
        return work;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /// Ends [#work] soon.
    @Override
    public void close() {
        subscription.close();
        synchronized (this) {
            closed = true;
            notifyAll();
        }
    }

    private final class UntilClosed implements SearchIndex.Progress {
        private final SearchIndex.Progress progress;

        UntilClosed(SearchIndex.Progress progress) {
            this.progress = progress;
        }

        @Override
        public void report(double fraction, long prompts) {
            progress.report(fraction, prompts);
        }

        @Override
        public boolean isCancelled() {
            return isClosed() || progress.isCancelled();
        }
    }
}
