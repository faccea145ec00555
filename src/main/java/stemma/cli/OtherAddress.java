package stemma.cli;

import stemma.store.Store;
import stemma.store.StoreUri;

/// The address of a second store.
final class OtherAddress {
    private OtherAddress() {}

    /// @throws Failure when it is none, or that of the first store
    static StoreUri of(Session session, Store first, String text) {
        StoreUri uri = Cli.address(session.stores(), text, session.folder());
        if (uri.equals(first.uri())) {
            throw Failure.usage("--to names the same store.");
        }
        return uri;
    }
}
