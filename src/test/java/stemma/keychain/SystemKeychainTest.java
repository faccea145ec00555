package stemma.keychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import stemma.store.Secret;

/// The real keychain of a machine. Asked only where somebody says so with `-Dstemma.keychain=true`, since it
/// is its user's own; with `locked` instead of `true`, a keychain that stays locked.
class SystemKeychainTest {
    private final String name = "test-" + UUID.randomUUID() + "/password";
    private final SystemKeychain keychain = new SystemKeychain();

    @Test
    @EnabledIfSystemProperty(named = "stemma.keychain", matches = "true")
    void aSecretIsKeptReadAndForgotten() {
        assertThat(keychain.isAvailable()).isTrue();
        assertThat(keychain.find(name)).isEmpty();
        keychain.keep(name, new Secret("s3cret Paßwort €\n"));
        try {
            assertThat(keychain.find(name).map(Secret::reveal)).contains("s3cret Paßwort €\n");
            assertThat(new SystemKeychain().find(name).map(Secret::reveal))
                    .as("another start of the program")
                    .contains("s3cret Paßwort €\n");
        } finally {
            keychain.forget(name);
        }
        assertThat(keychain.find(name)).isEmpty();
        keychain.forget(name);
    }

    @Test
    @EnabledIfSystemProperty(named = "stemma.keychain", matches = "true")
    void aSecretReplacesTheOneOfItsNameAndNoOther() {
        String other = name + "2";
        try {
            keychain.keep(name, new Secret("old"));
            keychain.keep(other, new Secret("other"));
            keychain.keep(name, new Secret("new"));
            assertThat(keychain.find(name).map(Secret::reveal)).contains("new");
            keychain.forget(name);
            assertThat(keychain.find(name)).isEmpty();
            assertThat(keychain.find(other).map(Secret::reveal)).contains("other");
        } finally {
            keychain.forget(name);
            keychain.forget(other);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "stemma.keychain", matches = "locked")
    void aLockedKeychainDoesNotClaimToHaveKeptASecret() {
        assertThatThrownBy(() -> keychain.keep(name, new Secret("s3cret")))
                .isInstanceOf(KeychainException.class)
                .hasMessageContaining("locked")
                .hasMessageNotContaining("s3cret");
    }
}
