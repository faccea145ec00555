package stemma.store.sql;

import java.util.function.Consumer;
import stemma.store.StoreChange;

/// Hears of what others write to the same database. Safe for concurrent use.
public interface OtherWriters extends AutoCloseable {
    /// Tells from now on, within a second, what others have written; not what is written through this store. Calls
    /// after the first one do nothing.
    void listen(Consumer<StoreChange> listener);

    /// Waits until the listener is called no more.
    @Override
    void close();
}
