package stemma.cli;

import java.nio.file.Path;
import java.util.Optional;
import stemma.store.Store;
import stemma.store.StoreUri;

/// What a command does about a store that is not there.
enum Making {
    /// It fails: there is nothing to read.
    REFUSED,
    /// It sees an empty store, and makes none.
    PRETENDED,
    /// The store is made.
    DONE;

    /// Opens a store. The embedded one is always made.
    ///
    /// @throws Failure when it is not there and not to be made
    Store open(Session session, StoreUri address) {
        if (this == DONE) {
            return session.stores().open(address);
        }
        if (this == PRETENDED) {
            return session.stores().openWithoutMaking(address);
        }
        Optional<Path> missing = session.stores().missing(address);
        if (missing.isPresent() && !missing.equals(session.stores().missing(session.embedded()))) {
            throw Failure.failed("The store " + address + " is not there: there is no " + missing.get()
                    + ".\nLook at its spelling; \"save\", \"import\" and \"copy --to\" make a new store.");
        }
        return session.stores().open(address);
    }
}
