package stemma.ui.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import stemma.ui.common.Tasks;

/// Collects garbage while nobody uses the window: what a start, an import or an index needed goes back to the system when it has
/// not been used for a while, and what hours of comparing leave behind in shorter pauses, when it has become much. The
/// virtual machine would rather take more memory, as long as the system has some. A window that rests is not woken for it
/// again. Used on the FX thread only.
final class Resting {
    static final Duration AFTER = Duration.ofSeconds(20);
    static final Duration PAUSE = Duration.ofSeconds(5);
    /// In bytes; collecting then takes as long as blinking.
    static final long MUCH = 96L << 20;

    private static final long UNKNOWN = Long.MAX_VALUE;

    private final Tasks tasks;
    private final Clock clock;
    private final BooleanSupplier isBusy;
    private final LongSupplier memory;
    private final Runnable collect;
    private Instant used;
    private long least = UNKNOWN;
    private boolean waits;

    /// @param isBusy whether work goes on, which needs what it has
    /// @param memory what is in use, garbage included, in bytes
    Resting(Tasks tasks, Clock clock, BooleanSupplier isBusy, LongSupplier memory, Runnable collect) {
        this.tasks = tasks;
        this.clock = clock;
        this.isBusy = isBusy;
        this.memory = memory;
        this.collect = collect;
        this.used = clock.instant();
    }

    /// Somebody uses the window.
    void touched() {
        used = clock.instant();
        if (!waits) {
            waits = true;
            tasks.later(PAUSE, this::look);
        }
    }

    private void look() {
        Duration pause = Duration.between(used, clock.instant());
        boolean busy = isBusy.getAsBoolean();
        boolean rests = !busy && pause.compareTo(AFTER) >= 0;
        if (rests || !busy && pause.compareTo(PAUSE) >= 0 && isMuch()) {
            least = UNKNOWN;
            collect.run();
        }
        waits = !rests;
        if (waits) {
            tasks.later(PAUSE, this::look);
        }
    }

    /// Much of what there is was not there when least was in use since the last collection, and so is garbage for the most part.
    private boolean isMuch() {
        long now = memory.getAsLong();
        least = Math.min(least, now);
        return now - least > Math.max(MUCH, least);
    }
}
