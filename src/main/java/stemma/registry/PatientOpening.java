package stemma.registry;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.Stores;

/// Opens a store that another program may have for itself just now, as a command does for a moment.
public final class PatientOpening {
    /// How long to wait for a store in use: longer than most commands take.
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    /// How long to wait between two tries.
    public static final Duration PAUSE = Duration.ofMillis(50);

    private PatientOpening() {}

    /// Tries until the store is free, for [#PATIENCE]. Blocks.
    ///
    /// @throws StoreException as [Stores#open]
    /// @throws CancellationException when cancelled or interrupted while it waits
    public static Store open(Stores stores, StoreUri uri, BooleanSupplier isCancelled) {
        return open(() -> stores.open(uri), isCancelled);
    }

    /// As [#open(Stores, StoreUri, BooleanSupplier)], opening in another way.
    public static Store open(Supplier<Store> opener, BooleanSupplier isCancelled) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return opener.get();
            } catch (StoreException.Unreachable e) {
                if (!e.isInUse() || System.nanoTime() > end) {
                    throw e;
                }
            }
            if (isCancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }
}
