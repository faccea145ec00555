package stemma.ui.sync;

import java.util.List;
import java.util.Optional;
import stemma.store.StoreUri;

/// What the other side of a store needs of the window.
public interface SyncHost {
    /// Shows clashes until they are decided and merged, or the author leaves them open.
    void decide(ClashModel clashes);

    /// Asks for a branch.
    ///
    /// @param current the one that is open
    Optional<String> askBranch(List<String> branches, String current);

    /// Opens an address in place of this store.
    void open(StoreUri address);

    /// Prompts are not as they were.
    void broughtIn();

    /// Shows the remembered stores, where credentials are entered.
    void manageStores();
}
