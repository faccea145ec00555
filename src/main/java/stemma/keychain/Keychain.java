package stemma.keychain;

import java.util.Optional;
import stemma.store.Secret;

/// A place of the operating system that keeps secrets. Calls block, since the system may ask its user. Safe for
/// concurrent use.
public interface Keychain {
    /// @return empty when it keeps nothing of that name
    /// @throws KeychainException when it cannot be asked
    Optional<Secret> find(String name);

    /// Keeps a secret in place of one of that name.
    ///
    /// @throws KeychainException when it cannot be kept
    void keep(String name, Secret secret);

    /// Forgets a secret; nothing happens when it keeps none of that name.
    ///
    /// @throws KeychainException when it cannot be asked
    void forget(String name);
}
