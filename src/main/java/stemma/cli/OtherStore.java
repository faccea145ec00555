package stemma.cli;

import java.io.IOException;
import stemma.registry.PatientOpening;
import stemma.store.Store;
import stemma.store.StoreUri;

/// A second store beside the one that the command works with.
final class OtherStore {
    private OtherStore() {}

    /// Waits for a while when another program has it.
    ///
    /// @param text its address or its name
    /// @return closed by the caller
    /// @param making what is done when it is not there
    /// @throws Failure when the text is neither, or means the first store, or the store is not there and not to be made
    static Store open(Session session, Store first, String text, Making making) throws IOException {
        StoreUri uri = session.names().find(text);
        if (session.stores().as(uri, first).isPresent()) {
            throw Failure.usage("--to names the same store.");
        }
        return PatientOpening.open(() -> making.open(session, uri), session.isCancelled());
    }
}
