package stemma.keychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.settings.Connection;
import stemma.settings.Connection.Colour;
import stemma.settings.Connection.SecretPlace;
import stemma.settings.Connections;
import stemma.settings.Settings;
import stemma.store.Secret;
import stemma.store.StoreException;
import stemma.store.StoreUri;

class StoreSecretsTest {
    private static final StoreUri TEAM = StoreUri.parse("postgres://ada@localhost/prompts");

    @TempDir
    private Path folder;

    private final MemoryKeychain keychain = new MemoryKeychain();

    private static Connection connection(SecretPlace place) {
        return new Connection("c1", "Team", TEAM.toString(), Colour.BLUE, true, Map.of("password", place));
    }

    private StoreSecrets secrets(Connection connection) {
        return StoreSecrets.of(connection, keychain, (_, _) -> Optional.of(new Secret("typed")));
    }

    private static Optional<String> find(StoreSecrets secrets, String option) {
        return secrets.find(TEAM, option).map(Secret::reveal);
    }

    @Test
    void aSecretComesFromWhereItsConnectionSays() {
        keychain.keep("c1/password", new Secret("kept"));
        assertThat(find(secrets(connection(SecretPlace.KEYCHAIN)), "password")).contains("kept");
        assertThat(find(secrets(connection(SecretPlace.ASKED)), "password")).contains("typed");
        assertThat(find(secrets(connection(SecretPlace.ASKED)), "token")).isEmpty();
    }

    @Test
    void aLockedKeychainIsSaidInTheNameOfTheStore() {
        keychain.lock();
        StoreSecrets secrets = secrets(connection(SecretPlace.KEYCHAIN));
        assertThatThrownBy(() -> secrets.find(TEAM, "password"))
                .isInstanceOf(StoreException.Denied.class)
                .hasMessageContaining(TEAM.toString())
                .hasMessageContaining("locked");
    }

    @Test
    void connectionsAreRememberedWithoutTheirSecrets() throws Exception {
        Path file = folder.resolve("settings.json");
        keychain.keep("c1/password", new Secret("kept"));
        try (Settings settings = Settings.load(file)) {
            Connections connections = new Connections(settings);
            connections.setAll(List.of(connection(SecretPlace.KEYCHAIN)));
            connections.opened("file:/a");
            connections.opened(TEAM.toString());
            connections.opened("file:/b");
            connections.opened("file:/a");
        }
        assertThat(Files.readString(file)).doesNotContain("kept");
        try (Settings settings = Settings.load(file)) {
            Connections connections = new Connections(settings);
            assertThat(connections.all()).containsExactly(connection(SecretPlace.KEYCHAIN));
            assertThat(connections.recent()).containsExactly("file:/a", "file:/b");
            StoreSecrets secrets = StoreSecrets.of(connections, keychain, (_, _) -> Optional.empty());
            assertThat(find(secrets, "password")).contains("kept");
            assertThat(secrets.find(StoreUri.parse("file:/a"), "password")).isEmpty();
        }
    }

    @Test
    void aMachineWithoutAKeychainSaysSoWhenOneIsNeeded() {
        SystemKeychain system = new SystemKeychain();
        assumeFalse(system.isAvailable(), "its user's own keychain is left alone");
        assertThatThrownBy(() -> system.keep("stemma-test", new Secret("s3cret")))
                .isInstanceOf(KeychainException.class)
                .hasMessageNotContaining("s3cret");
    }
}
