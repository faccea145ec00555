package stemma.store;

import java.util.List;

/// Opens stores of one scheme. Found by [java.util.ServiceLoader], so it has a public constructor without arguments.
/// Stateless and safe for concurrent use.
public interface StoreDriver {
    /// The scheme of its URIs, such as `file`.
    String scheme();

    /// A name for people, such as `Folder`.
    String title();

    /// The settings it understands, in the order a form shows them; [DriverOption#READ_ONLY] holds for every driver.
    List<DriverOption> options();

    /// Whether its stores are far away, so that what they answer is worth keeping for a while; see
    /// [DriverOption#KEEP_SECONDS].
    default boolean isRemote() {
        return false;
    }

    /// Opens a store, creating it where the driver says so. Blocks.
    ///
    /// @param opening what it may use of its surroundings
    /// @throws StoreException when the store cannot be opened; nothing is changed then
    Store open(StoreUri uri, Opening opening);
}
