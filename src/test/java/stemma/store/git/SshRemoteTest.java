package stemma.store.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.keychain.MemoryKeychain;
import stemma.keychain.StoreSecrets;
import stemma.settings.Connection;
import stemma.settings.Connection.Colour;
import stemma.settings.Connection.SecretPlace;
import stemma.store.Secret;
import stemma.store.Secrets;
import stemma.store.Store;
import stemma.store.StoreException;

/// A repository on an SSH server: keys with and without a passphrase, and hosts that are known or not.
class SshRemoteTest extends RepositoryFixture {
    private static final String PASSPHRASE = "0pen-hunter2";

    private static KeyPair ed25519;
    private static KeyPair rsa;
    private static KeyPair stranger;

    private final String usualHome = System.getProperty("user.home");
    private final Traces traces = new Traces();
    private String bare = "";
    private SshHost server;

    @BeforeAll
    static void makeKeys() throws Exception {
        ed25519 = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        rsa = KeyUtils.generateKeyPair(KeyPairProvider.SSH_RSA, 2048);
        stranger = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
    }

    @BeforeEach
    void start() throws Exception {
        bare = bare("remote.git");
        Store ada = clone(bare, "ada");
        first(ada, GREETING, "1.0.0", "one");
        ada.synchronising().push();
        System.setProperty("user.home", file("home").toString());
        Files.createDirectories(ssh("x").getParent());
        server = new SshHost(file("remote.git"));
        server.letIn(ed25519.getPublic());
        server.letIn(rsa.getPublic());
        Files.writeString(ssh("known_hosts"), server.knownHost());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        System.setProperty("user.home", usualHome);
        traces.close();
    }

    private Path ssh(String name) {
        return file("home").resolve(".ssh").resolve(name);
    }

    private static KeyPair key(String type) {
        return type.equals("rsa") ? rsa : ed25519;
    }

    private static Secrets passphrase(String text) {
        return (_, option) -> option.equals("passphrase") ? Optional.of(new Secret(text)) : Optional.empty();
    }

    private List<String> labelsThere() throws Exception {
        return labels(clone(bare, "later"), GREETING);
    }

    private void assertCloneFetchAndPush(Store store) throws Exception {
        assertThat(labels(store, GREETING)).containsExactly("1.0.0");
        onTop(store, GREETING, "1.0.0", "1.1.0", "two");
        assertThat(store.synchronising().push().ahead()).isZero();
        assertThat(labelsThere()).containsExactly("1.1.0", "1.0.0");
        assertThat(store.synchronising().fetch().behind()).isZero();
    }

    private void assertNoClone() throws IOException {
        try (Stream<Path> clones = Files.list(file("data/git"))) {
            assertThat(clones).isEmpty();
        }
    }

    // --- keys ---

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "rsa"})
    void aKeyOfTheUserIsFoundWhereSshHasIt(String type) throws Exception {
        SshHost.write(key(type), "", ssh("id_" + type));
        assertCloneFetchAndPush(open("git:" + server.address()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "rsa"})
    void aKeyWithAPassphraseFromTheKeychainLetsIn(String type) throws Exception {
        Path key = file("team-key");
        SshHost.write(key(type), PASSPHRASE, key);
        String address = "git:" + server.address() + "?key=" + key;
        MemoryKeychain keychain = new MemoryKeychain();
        keychain.keep("c1/passphrase", new Secret(PASSPHRASE));
        Connection connection =
                new Connection("c1", "Team", address, Colour.BLUE, false, Map.of("passphrase", SecretPlace.KEYCHAIN));
        assertCloneFetchAndPush(open(address, StoreSecrets.of(connection, keychain, Secrets.NONE)));
        traces.assertNone(PASSPHRASE, file("data"));
    }

    @Test
    void theKeyThatAStoreNamesCountsAndNotTheOneOfTheConfiguration() throws Exception {
        SshHost.write(stranger, "", ssh("other"));
        SshHost.write(ed25519, "", file("team-key"));
        Files.writeString(ssh("config"), "Host *\n  IdentityFile " + ssh("other") + "\n  IdentitiesOnly yes\n");
        assertThatThrownBy(() -> open("git:" + server.address())).isInstanceOf(StoreException.Denied.class);
        assertCloneFetchAndPush(open("git:" + server.address() + "?key=" + file("team-key")));
    }

    @Test
    void theConfigurationOfSshCounts() throws Exception {
        SshHost.write(ed25519, "", ssh("work"));
        String[] hostAndPort = server.address().replaceAll("ssh://git@|/prompts.git", "").split(":");
        Files.writeString(
                ssh("config"),
                "Host team\n  HostName " + hostAndPort[0] + "\n  Port " + hostAndPort[1] + "\n  User git\n  IdentityFile "
                        + ssh("work") + "\n");
        assertCloneFetchAndPush(open("git:ssh://team/prompts.git"));
    }

    @Test
    void aKeyThatTheServerDoesNotKnowIsRefused() throws Exception {
        SshHost.write(stranger, "", file("team-key"));
        assertThatThrownBy(() -> open("git:" + server.address() + "?key=" + file("team-key")))
                .isInstanceOf(StoreException.Denied.class)
                .hasMessageContaining("127.0.0.1")
                .hasMessageContaining(file("team-key").toString())
                .hasMessageContaining("key");
        assertNoClone();
    }

    @Test
    void whoHasNoKeyIsToldWhereKeysAreLookedFor() throws Exception {
        assertThatThrownBy(() -> open("git:" + server.address()))
                .isInstanceOf(StoreException.Denied.class)
                .hasMessageContaining("~/.ssh")
                .hasMessageContaining("\"key\"");
    }

    @ParameterizedTest
    @CsvSource({"'', needs its passphrase", "wr0ng-hunter2, does not open"})
    void aPassphraseThatIsMissingOrWrongIsSaidWithItsKey(String given, String said) throws Exception {
        Path key = file("team-key");
        SshHost.write(ed25519, PASSPHRASE, key);
        Throwable refused = catchThrowable(() -> open(
                "git:" + server.address() + "?key=" + key, given.isEmpty() ? Secrets.NONE : passphrase(given)));
        assertThat(refused)
                .isInstanceOf(StoreException.Denied.class)
                .hasMessageContaining(said)
                .hasMessageContaining(key.toString());
        traces.assertNone("wr0ng-hunter2", file("data"), refused);
        traces.assertNone(PASSPHRASE, file("data"), refused);
        assertNoClone();
    }

    @Test
    void aKeyFileThatIsNotThereOrNoKeyIsNamed() throws Exception {
        Files.writeString(file("no-key"), "no key at all");
        for (String name : List.of("nowhere", "no-key")) {
            assertThatThrownBy(() -> open("git:" + server.address() + "?key=" + file(name)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining(file(name).toString());
        }
        assertNoClone();
    }

    // --- hosts ---

    @Test
    void anUnknownHostIsRefusedWithItsFingerprintAndAWayOut() throws Exception {
        SshHost.write(ed25519, "", ssh("id_ed25519"));
        Files.delete(ssh("known_hosts"));
        assertThatThrownBy(() -> open("git:" + server.address()))
                .isInstanceOf(StoreException.Denied.class)
                .hasMessageContaining("127.0.0.1")
                .hasMessageContaining(server.fingerprint())
                .hasMessageContaining("known_hosts");
        assertThat(ssh("known_hosts")).doesNotExist();
        assertNoClone();
        Files.writeString(ssh("known_hosts"), server.knownHost());
        assertCloneFetchAndPush(open("git:" + server.address()));
    }

    @Test
    void aHostWhoseKeyChangedIsRefused() throws Exception {
        SshHost.write(ed25519, "", ssh("id_ed25519"));
        Store store = open("git:" + server.address());
        onTop(store, GREETING, "1.0.0", "1.1.0", "two");
        String known = server.knownHost();
        server.changeHostKey();
        for (int again = 0; again < 2; again++) {
            assertThatThrownBy(() -> store.synchronising().push())
                    .isInstanceOf(StoreException.Denied.class)
                    .hasMessageContaining("another key")
                    .hasMessageContaining(server.fingerprint())
                    .hasMessageContaining("ssh-keygen -R");
        }
        assertThat(ssh("known_hosts")).hasContent(known);
        assertThat(store.synchronising().status().ahead()).isEqualTo(1);
        Files.writeString(ssh("known_hosts"), server.knownHost());
        store.synchronising().push();
        assertThat(labelsThere()).containsExactly("1.1.0", "1.0.0");
    }

    // --- a server that goes away ---

    @ParameterizedTest
    @EnumSource(
            value = Breaking.class,
            names = {"BEFORE_WRITING", "AFTER_WRITING"})
    void aServerThatGoesAwayDuringAPushLosesNothing(Breaking when) throws Exception {
        SshHost.write(ed25519, "", ssh("id_ed25519"));
        Store store = open("git:" + server.address());
        onTop(store, GREETING, "1.0.0", "1.1.0", "two ".repeat(20_000));
        promote(store, "", "1.1.0");
        server.breakAt(when);
        assertThatThrownBy(() -> store.synchronising().push())
                .isInstanceOf(StoreException.Unreachable.class)
                .hasMessageContaining("127.0.0.1")
                .hasMessageContaining("broke off");
        assertThat(store.synchronising().status().ahead()).isEqualTo(2);
        onTop(store, GREETING, "1.1.0", "1.2.0", "three");
        server.breakAt(Breaking.NEVER);
        assertThat(store.synchronising().push().ahead()).isZero();
        assertThat(store.check().problems()).isEmpty();
        assertThat(labelsThere()).containsExactly("1.2.0", "1.1.0", "1.0.0");
    }

    @Test
    void aServerThatLetsNobodyInAnyMoreLeavesTheWorkHere() throws Exception {
        SshHost.write(ed25519, "", ssh("id_ed25519"));
        Store store = open("git:" + server.address());
        onTop(store, GREETING, "1.0.0", "1.1.0", "two");
        server.letNobodyIn();
        assertThatThrownBy(() -> store.synchronising().push()).isInstanceOf(StoreException.Denied.class);
        assertThat(labels(store, GREETING)).containsExactly("1.1.0", "1.0.0");
        server.letIn(ed25519.getPublic());
        assertThat(store.synchronising().push().ahead()).isZero();
        assertThat(labelsThere()).containsExactly("1.1.0", "1.0.0");
    }
}
