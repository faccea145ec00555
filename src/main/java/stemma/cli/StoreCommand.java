package stemma.cli;

import java.io.IOException;
import stemma.store.Store;

/// A command that works with a store.
abstract class StoreCommand extends Command {
    @Override
    final int run(Session session) throws IOException {
        return session.withStore(store -> run(session, store));
    }

    /// @param store open, and closed by others
    /// @return the exit code
    /// @throws Failure when it cannot be done
    /// @throws stemma.store.StoreException when the store refuses
    /// @throws IOException when a file cannot be read or written, or nobody reads the output any more
    abstract int run(Session session, Store store) throws IOException;
}
