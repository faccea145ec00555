package stemma.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import stemma.store.Certificates;
import stemma.store.Opening;
import stemma.store.Secret;
import stemma.store.Store;
import stemma.store.StoreUri;

/// A real server on the loopback address. The user `postgres` needs no password, everybody else does.
public final class PostgresServer implements AutoCloseable {
    /// Kept, since a logger that nobody keeps forgets its level.
    private static final Logger TALKATIVE = Logger.getLogger("io.zonky");

    private static @Nullable PostgresServer shared;

    private final Path data;
    private final EmbeddedPostgres server;

    /// How to start it again.
    private List<String> command = List.of();

    private @Nullable Process restarted;

    private PostgresServer(Path data, String everybody, Map<String, String> config) throws IOException {
        this.data = data;
        TALKATIVE.setLevel(Level.WARNING);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setDataDirectoryCustomizer(folder -> letIn(folder, everybody));
        config.forEach(builder::setServerConfig);
        server = builder.start();
    }

    /// One for all tests of this process, which ends with it.
    public static synchronized PostgresServer shared() {
        try {
            if (shared == null) {
                shared = start();
            }
            return shared;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A new one, which is the caller's to close.
    public static PostgresServer start() throws IOException {
        return new PostgresServer(Files.createTempDirectory("stemma-postgres"), "host", Map.of());
    }

    /// A new one with TLS, which is the caller's to close. Everybody but the user `postgres` needs TLS.
    static PostgresServer start(Certificates certificates) throws IOException {
        Map<String, String> config = Map.of(
                "ssl", "on",
                "ssl_cert_file", certificates.serverFile().toString(),
                "ssl_key_file", certificates.keyFile().toString());
        return new PostgresServer(Files.createTempDirectory("stemma-postgres"), "hostssl", config);
    }

    private static void letIn(File folder, String everybody) {
        try {
            Files.writeString(
                    folder.toPath().resolve("pg_hba.conf"),
                    "host all postgres 127.0.0.1/32 trust\n" + everybody + " all all 127.0.0.1/32 scram-sha-256\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The address of an empty place of its own. It is patient, since many threads may share the few connections of a
    /// busy machine.
    public StoreUri freshWorkspace() {
        return uri(Map.of("workspace", "w-" + UUID.randomUUID(), "connect-timeout", "60"));
    }

    StoreUri freshSchema() {
        return uri(Map.of("schema", "s_" + UUID.randomUUID().toString().replace('-', '_')));
    }

    StoreUri uri(Map<String, String> options) {
        return uri("postgres", options);
    }

    StoreUri uri(String user, Map<String, String> options) {
        return new StoreUri("postgres", "//" + user + "@127.0.0.1:" + server.getPort() + "/postgres", options);
    }

    static StoreUri with(StoreUri uri, String option, String value) {
        Map<String, String> options = new TreeMap<>(uri.options());
        options.put(option, value);
        return new StoreUri(uri.scheme(), uri.location(), options);
    }

    static Store open(StoreUri uri) {
        return open(uri, Clock.systemUTC());
    }

    static Store open(StoreUri uri, Clock clock) {
        return new PostgresStoreDriver().open(uri, Opening.at(clock));
    }

    static Store open(StoreUri uri, String password) {
        Opening plain = Opening.at(Clock.systemUTC());
        return new PostgresStoreDriver()
                .open(uri, new Opening(
                        plain.clock(), (_, _) -> Optional.of(new Secret(password)), plain.dataFolder()));
    }

    Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    void run(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /// The number that a query answers.
    long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    /// Kills the server at once, as a power failure would.
    public void kill() throws IOException {
        long process = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        ProcessHandle main = ProcessHandle.of(process).orElseThrow();
        if (command.isEmpty()) {
            command = new ArrayList<>("root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of());
            command.add(main.info().command().orElseThrow());
            command.addAll(List.of(main.info().arguments().orElseThrow()));
        }
        var children = main.descendants().toList();
        main.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        while (main.isAlive() || children.stream().anyMatch(ProcessHandle::isAlive)) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    /// Starts the killed server again, at the same port.
    public void restart() throws IOException, SQLException {
        Files.deleteIfExists(data.resolve("postmaster.pid"));
        restarted = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        for (int attempt = 1; ; attempt++) {
            try (Connection connection = connect()) {
                assertThat(connection.isValid(5)).isTrue();
                return;
            } catch (SQLException e) {
                if (attempt == 200) {
                    throw e;
                }
                LockSupport.parkNanos(50_000_000);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (restarted != null) {
            kill();
        }
        server.close();
    }
}
