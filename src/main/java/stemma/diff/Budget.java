package stemma.diff;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// The time one compare may take, and the ear for its cancellation. Used by one thread.
final class Budget {
    private final long start = System.nanoTime();
    private final long limit;
    private final BooleanSupplier cancelled;

    private Budget(long limit, BooleanSupplier cancelled) {
        this.limit = limit;
        this.cancelled = cancelled;
    }

    static Budget of(CompareOptions options) {
        return new Budget(nanoseconds(options.budget()), options.cancelled());
    }

    private static long nanoseconds(Duration duration) {
        return duration.compareTo(Duration.ofDays(1)) > 0
                ? Duration.ofDays(1).toNanos()
                : duration.toNanos();
    }

    /// @throws CancellationException when the compare was cancelled
    boolean isSpent() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("the compare was cancelled");
        }
        return System.nanoTime() - start >= limit;
    }
}
