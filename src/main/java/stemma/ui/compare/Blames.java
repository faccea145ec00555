package stemma.ui.compare;

import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.IntFunction;
import stemma.diff.CompareOptions;
import stemma.diff.Comparison;
import stemma.diff.Side;
import stemma.ui.common.Messages;
import stemma.ui.common.Tasks;

/// The blames of a prompt's versions. What was found is kept, so that the next version costs no more than the step to
/// it, and a walk that was cancelled goes on where it stopped. Safe for use by many threads.
final class Blames {
    /// Versions from one kept blame to the next on the way to the version that is asked about.
    static final int STRIDE = 32;
    /// Kept answers; beyond these, only those a stride apart stay.
    private static final int MOST = 100;

    private final IntFunction<Side> sides;
    private final NavigableMap<Integer, Blame> known = new ConcurrentSkipListMap<>();

    /// @param sides reads a version by its place, the oldest at 0; blocks
    Blames(IntFunction<Side> sides) {
        this.sides = sides;
    }

    /// Walks to the version that is asked about from the nearest one before it that is known; blocks.
    ///
    /// @throws CancellationException when it was cancelled
    Blame of(int version, Tasks.Progress progress) {
        CompareOptions options = CompareOptions.DEFAULT.withCancelled(progress::isCancelled);
        Map.Entry<Integer, Blame> start = known.floorEntry(version);
        if (start != null && start.getKey() == version) {
            return start.getValue();
        }
        int from = start == null ? 0 : start.getKey();
        Side last = sides.apply(from);
        Blame blame = start == null ? Blame.ofFirst(last.content(), options) : start.getValue();
        for (int i = from + 1; i <= version; i++) {
            if (progress.isCancelled()) {
                throw new CancellationException();
            }
            progress.report(
                    (double) (i - from) / (version - from),
                    Messages.text("compare.blame.progress", i - from, version - from));
            Side next = sides.apply(i);
            blame = blame.then(Comparison.of(last, next, options), i, options);
            last = next;
            if (i % STRIDE == 0) {
                known.put(i, blame);
            }
        }
        known.put(version, blame);
        if (known.size() > MOST) {
            known.keySet().removeIf(place -> place % STRIDE != 0 && place != version);
        }
        return blame;
    }
}
