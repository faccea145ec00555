package stemma.ui.shell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import stemma.ui.common.Tasks;

/// Collects garbage when nobody has used the window for a while: what a start, an import or an index needed goes back to
/// the system then, and the pause disturbs nobody. A window that rests is not woken for it again. Used on the FX thread
/// only.
final class Resting {
    static final Duration AFTER = Duration.ofSeconds(20);

    private final Tasks tasks;
    private final Clock clock;
    private final BooleanSupplier isBusy;
    private final Runnable collect;
    private Instant used;
    private boolean waits;

    /// @param isBusy whether work goes on, which needs what it has
    Resting(Tasks tasks, Clock clock, BooleanSupplier isBusy, Runnable collect) {
        this.tasks = tasks;
        this.clock = clock;
        this.isBusy = isBusy;
        this.collect = collect;
        this.used = clock.instant();
    }

    /// Somebody uses the window.
    void touched() {
        used = clock.instant();
        if (!waits) {
            waits = true;
            tasks.later(AFTER, this::look);
        }
    }

    private void look() {
        Duration left = isBusy.getAsBoolean() ? AFTER : AFTER.minus(Duration.between(used, clock.instant()));
        if (left.isPositive()) {
            tasks.later(left, this::look);
        } else {
            waits = false;
            collect.run();
        }
    }
}
