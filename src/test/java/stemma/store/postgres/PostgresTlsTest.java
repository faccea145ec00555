package stemma.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.store.Certificates;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreChange;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.Subscription;

/// A server with TLS, whose certificate says `localhost`.
class PostgresTlsTest {
    private static final String PASSWORD = "s3cr3t-Pa\u00dfwort";

    @TempDir
    private static Path folder;

    private static Certificates certificates;
    private static Certificates others;
    private static PostgresServer server;

    @BeforeAll
    static void start() throws Exception {
        certificates = new Certificates(Files.createDirectory(folder.resolve("ours")));
        others = new Certificates(Files.createDirectory(folder.resolve("others")));
        server = PostgresServer.start(certificates);
        server.run(
                "CREATE ROLE guarded LOGIN PASSWORD '" + PASSWORD + "'", "CREATE SCHEMA guarded AUTHORIZATION guarded");
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static StoreUri address(String user, String host, String mode, String... more) {
        Map<String, String> options = new TreeMap<>(Map.of("sslmode", mode));
        for (int i = 0; i < more.length; i += 2) {
            options.put(more[i], more[i + 1]);
        }
        StoreUri uri = server.uri(user, options);
        return new StoreUri(uri.scheme(), uri.location().replace("127.0.0.1", host), uri.options());
    }

    private static StoreUri verified(String host, String mode, Path root) {
        return address("postgres", host, mode, "sslrootcert", root.toString());
    }

    /// Of each connection of ours: whether it is encrypted, and the statement it ran last.
    private static List<String> connections() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT s.ssl, a.query FROM pg_stat_ssl s JOIN pg_stat_activity a"
                        + " USING (pid) WHERE a.application_name = 'Stemma' AND a.backend_type = 'client backend'")) {
            while (rows.next()) {
                found.add((rows.getBoolean(1) ? "encrypted: " : "plain: ") + rows.getString(2));
            }
        }
        return found;
    }

    private static void assertEncrypted(StoreUri uri, boolean encrypted) throws SQLException {
        try (Store store = PostgresServer.open(uri)) {
            assertThat(store.count().prompts()).isNotNegative();
            assertThat(connections()).isNotEmpty().allMatch(said -> said.startsWith(encrypted ? "encrypted" : "plain"));
        }
    }

    @Test
    void withoutBeingToldTheConnectionIsEncrypted() throws Exception {
        assertEncrypted(server.uri(Map.of()), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"prefer", "require"})
    void whoPrefersOrRequiresTlsGetsItAndAsksForNoName(String mode) throws Exception {
        assertEncrypted(address("postgres", "127.0.0.1", mode), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"disable", "allow"})
    void whoDisablesOrOnlyAllowsTlsGetsNoneWhereTheServerDoesNotDemandIt(String mode) throws Exception {
        assertEncrypted(address("postgres", "127.0.0.1", mode), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"allow", "prefer", "require"})
    void aServerThatDemandsTlsGetsItFromWhoAllowsIt(String mode) throws Exception {
        try (Store store = PostgresServer.open(address("guarded", "localhost", mode, "schema", "guarded"), PASSWORD)) {
            assertThat(store.count().prompts()).isZero();
            assertThat(connections()).isNotEmpty().allMatch(said -> said.startsWith("encrypted"));
        }
    }

    @Test
    void aServerThatDemandsTlsRefusesWhoDisablesIt() {
        assertThatThrownBy(() -> PostgresServer.open(address("guarded", "localhost", "disable"), PASSWORD))
                .isInstanceOf(StoreException.Denied.class)
                .hasMessageContaining("no encryption")
                .hasMessageContaining("set \"sslmode\" to verify-full")
                .hasMessageNotContaining(PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"allow", "prefer", "require"})
    void aPasswordThatIsWrongOrMissingIsNotTakenForAMatterOfTls(String mode) {
        for (String given : List.of("wr0ng-" + PASSWORD, "")) {
            assertThatThrownBy(() -> PostgresServer.open(address("guarded", "localhost", mode), given))
                    .isInstanceOf(StoreException.Denied.class)
                    .hasMessageContaining("password")
                    .hasMessageNotContaining(PASSWORD)
                    .hasMessageNotContaining("\"sslmode\"");
        }
    }

    @Test
    void theRightAuthorityIsAccepted() throws Exception {
        assertEncrypted(verified("localhost", "verify-full", certificates.rootFile()), true);
        assertEncrypted(verified("localhost", "verify-ca", certificates.rootFile()), true);
        assertEncrypted(verified("127.0.0.1", "verify-ca", certificates.rootFile()), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify-ca", "verify-full"})
    void anotherAuthorityIsRefusedWithItsFile(String mode) {
        assertThatThrownBy(() -> PostgresServer.open(verified("localhost", mode, others.rootFile())))
                .isInstanceOf(StoreException.Denied.class)
                .hasMessageContaining("certificate")
                .hasMessageContaining(others.rootFile().toString())
                .hasMessageContaining("sslrootcert");
    }

    @Test
    void anotherNameIsRefusedWhereNamesCount() {
        assertThatThrownBy(() -> PostgresServer.open(verified("127.0.0.1", "verify-full", certificates.rootFile())))
                .isInstanceOf(StoreException.Denied.class)
                .hasMessageContaining("\"127.0.0.1\"")
                .hasMessageContaining("name");
    }

    @Test
    void rootCertificatesThatAreNotThereOrAreNoneAreNamed() throws Exception {
        Path nowhere = folder.resolve("nowhere.crt");
        Path noCertificate = Files.writeString(folder.resolve("no.crt"), "-----BEGIN CERTIFICATE-----\nAAAA\n");
        Path empty = Files.writeString(folder.resolve("empty.crt"), "");
        for (Path file : List.of(nowhere, noCertificate, empty, folder)) {
            assertThatThrownBy(() -> PostgresServer.open(verified("localhost", "verify-full", file)))
                    .isInstanceOf(StoreException.Unsupported.class)
                    .hasMessageContaining("\"" + file + "\"")
                    .hasMessageContaining("sslrootcert");
        }
    }

    @Test
    void theUsualFileOfRootCertificatesIsFound() throws Exception {
        String home = System.getProperty("user.home");
        try {
            System.setProperty("user.home", folder.toString());
            assertThatThrownBy(() -> PostgresServer.open(address("postgres", "localhost", "verify-full")))
                    .isInstanceOf(StoreException.Unsupported.class)
                    .hasMessageContaining(RootCertificates.usual().toString());
            Files.createDirectories(RootCertificates.usual().getParent());
            Files.copy(certificates.rootFile(), RootCertificates.usual());
            assertEncrypted(address("postgres", "localhost", "verify-full"), true);
        } finally {
            System.setProperty("user.home", home);
        }
    }

    @Test
    void authoritiesThatTheSystemTrustsCanBeChosen() throws Exception {
        StoreUri system = address("postgres", "localhost", "verify-full", "sslrootcert", "system");
        assertThatThrownBy(() -> PostgresServer.open(system))
                .isInstanceOf(StoreException.Denied.class)
                .hasMessageContaining("certificate")
                .hasMessageContaining("sslrootcert");
        SSLContext usual = SSLContext.getDefault();
        try {
            SSLContext.setDefault(certificates.forClient());
            assertEncrypted(system, true);
            assertThatThrownBy(() -> PostgresServer.open(
                            address("postgres", "127.0.0.1", "verify-full", "sslrootcert", "system")))
                    .isInstanceOf(StoreException.Denied.class)
                    .hasMessageContaining("name");
        } finally {
            SSLContext.setDefault(usual);
        }
        assertThatThrownBy(() -> PostgresServer.open(
                        address("postgres", "localhost", "require", "sslrootcert", "system")))
                .isInstanceOf(StoreException.Unsupported.class)
                .hasMessageContaining("verify-full");
    }

    @Test
    void aColleaguesChangeIsHeardOverTls() throws Exception {
        StoreUri uri = verified("localhost", "verify-full", certificates.rootFile());
        try (Store mine = PostgresServer.open(uri);
                Store theirs = PostgresServer.open(uri)) {
            BlockingQueue<StoreChange> told = new LinkedBlockingQueue<>();
            try (Subscription _ = mine.watch(told::add)) {
                PromptId id = new PromptId("heard");
                theirs.append(NewVersion.first(id, VersionLabel.FIRST, Content.plain("text"), "ada", ""));
                assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(StoreChange.of(id));
                assertThat(connections())
                        .allMatch(said -> said.startsWith("encrypted"))
                        .anyMatch(said -> said.contains("LISTEN"));
            }
        }
    }
}
