package stemma.cli;

import java.io.IOException;
import stemma.store.Store;

/// A command that works with a store.
abstract class StoreCommand extends Command {
    @Override
    final int run(Session session) throws IOException {
        Session prepared = prepared(session);
        return prepared.withStore(making(), store -> {
            Sending sending = Sending.of(store);
            return sending.done(prepared.out(), run(prepared, store));
        });
    }

    /// What is done when the store is not there.
    Making making() {
        return Making.REFUSED;
    }

    /// What is to be done before the store is opened, which others may be waiting for.
    ///
    /// @return what the command works with from then on
    Session prepared(Session session) throws IOException {
        return session;
    }

    /// @param store open, and closed by others
    /// @return the exit code
    /// @throws Failure when it cannot be done
    /// @throws stemma.store.StoreException when the store refuses
    /// @throws IOException when a file cannot be read or written, or nobody reads the output any more
    abstract int run(Session session, Store store) throws IOException;
}
