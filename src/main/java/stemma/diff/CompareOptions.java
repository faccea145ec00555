package stemma.diff;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// How to compare.
///
/// @param whitespace which differences in blanks count
/// @param budget how long a compare may look for fine matches; afterwards it ends soon, in a fraction of a
///     second for megabytes, coarser for what was left, and marks that part
/// @param cancelled asked now and then from the comparing thread; once it says true, the compare ends with a
///     [CancellationException]
public record CompareOptions(Whitespace whitespace, Duration budget, BooleanSupplier cancelled) {
    /// Every blank counts, 500 milliseconds, never cancelled.
    public static final CompareOptions DEFAULT =
            new CompareOptions(Whitespace.EXACT, Duration.ofMillis(500), () -> false);

    public CompareOptions withWhitespace(Whitespace newWhitespace) {
        return new CompareOptions(newWhitespace, budget, cancelled);
    }

    /// @param newBudget zero for the coarsest compare
    public CompareOptions withBudget(Duration newBudget) {
        return new CompareOptions(whitespace, newBudget, cancelled);
    }

    public CompareOptions withCancelled(BooleanSupplier newCancelled) {
        return new CompareOptions(whitespace, budget, newCancelled);
    }
}
