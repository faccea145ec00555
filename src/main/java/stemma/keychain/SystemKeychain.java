package stemma.keychain;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stemma.prompt.Sentence;
import stemma.store.Secret;

/// The keychain of this machine: Keychain on macOS, Credential Manager on Windows, the Secret Service (GNOME keyring,
/// KWallet) on Linux. Looked for when it is needed first. Messages of the library are dropped: they could name what is
/// secret.
public final class SystemKeychain implements Keychain {
    private static final String SERVICE = "Stemma";

    private @Nullable Keyring keyring;
    private boolean lookedFor;

    private synchronized Optional<Keyring> keyring() {
        if (!lookedFor) {
            lookedFor = true;
            try {
                keyring = Keyring.create();
            } catch (BackendNotSupportedException | RuntimeException | LinkageError e) {
                System.getLogger(SystemKeychain.class.getName())
                        .log(System.Logger.Level.INFO, "this machine has no keychain: " + e.getClass().getName());
            }
        }
        return Optional.ofNullable(keyring);
    }

    private Keyring required() {
        return keyring().orElseThrow(() -> new KeychainException(
                Sentence.of("This machine has no keychain that can be used now.")));
    }

    /// Whether there is one on this machine, and it can be used now.
    boolean isAvailable() {
        return keyring().isPresent();
    }

    @Override
    public synchronized Optional<Secret> find(String name) {
        return read(required(), name).map(Secret::new);
    }

    /// A locked keychain whose user does not unlock it makes the library stumble over a secret that is not there.
    private static Optional<String> read(Keyring keyring, String name) {
        try {
            return Optional.ofNullable(keyring.getPassword(SERVICE, name));
        } catch (PasswordAccessException e) {
            // The library does not tell "there is none" from "it may not be read".
            return Optional.empty();
        } catch (RuntimeException e) {
            throw failed();
        }
    }

    /// Looks whether it was kept: a locked keychain keeps nothing, and the library does not say so.
    @Override
    public synchronized void keep(String name, Secret secret) {
        Keyring keyring = required();
        try {
            keyring.setPassword(SERVICE, name, secret.reveal());
        } catch (PasswordAccessException | RuntimeException e) {
            throw failed();
        }
        if (!read(keyring, name).equals(Optional.of(secret.reveal()))) {
            throw failed();
        }
    }

    @Override
    public synchronized void forget(String name) {
        Keyring keyring = required();
        try {
            keyring.deletePassword(SERVICE, name);
        } catch (PasswordAccessException e) {
            System.getLogger(SystemKeychain.class.getName())
                    .log(System.Logger.Level.DEBUG, "there was no secret to forget");
        } catch (RuntimeException e) {
            throw failed();
        }
        if (read(keyring, name).isPresent()) {
            throw failed();
        }
    }

    private static KeychainException failed() {
        return new KeychainException(Sentence.of(
                "The keychain of this machine does not answer; it may be locked. Unlock it and try again, or have the"
                        + " secret asked for each time."));
    }
}
