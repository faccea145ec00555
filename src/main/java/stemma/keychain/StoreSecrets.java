package stemma.keychain;

import java.util.Optional;
import java.util.function.Function;
import stemma.settings.Connection;
import stemma.settings.Connection.SecretPlace;
import stemma.settings.Connections;
import stemma.store.Secret;
import stemma.store.Secrets;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// The secrets of remembered stores: in the keychain, or asked for. Safe for concurrent use.
public final class StoreSecrets implements Secrets {
    private final Function<StoreUri, Optional<Connection>> connections;
    private final Keychain keychain;
    private final Secrets asked;

    private StoreSecrets(
            Function<StoreUri, Optional<Connection>> connections, Keychain keychain, Secrets asked) {
        this.connections = connections;
        this.keychain = keychain;
        this.asked = asked;
    }

    /// Those of every remembered store.
    ///
    /// @param asked asks whoever opens a store
    public static StoreSecrets of(Connections connections, Keychain keychain, Secrets asked) {
        return new StoreSecrets(store -> connections.find(store.toString()), keychain, asked);
    }

    /// Those of one connection, remembered or not.
    public static StoreSecrets of(Connection connection, Keychain keychain, Secrets asked) {
        return new StoreSecrets(_ -> Optional.of(connection), keychain, asked);
    }

    /// @throws StoreException.Denied when the secret is in a keychain that cannot be used
    @Override
    public Optional<Secret> find(StoreUri store, String option) {
        return connections.apply(store).flatMap(connection -> Optional.ofNullable(
                        connection.secrets().get(option))
                .flatMap(place -> switch (place) {
                    case SecretPlace.KEYCHAIN -> inKeychain(store, name(connection, option));
                    case SecretPlace.ASKED -> asked.find(store, option);
                }));
    }

    private Optional<Secret> inKeychain(StoreUri store, String name) {
        try {
            return keychain.find(name);
        } catch (KeychainException e) {
            throw new StoreException.Denied(store, e.sentence(), e);
        }
    }

    /// What a secret is called in the keychain.
    public static String name(Connection connection, String option) {
        return connection.id() + "/" + option;
    }
}
