package stemma.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ssl.DefaultJavaSSLFactory;
import stemma.prompt.Sentence;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.sql.ChangeThread;
import stemma.store.sql.Schema;
import stemma.store.sql.Session;
import stemma.store.sql.SqlStore;

/// The way to a PostgreSQL database: connecting, making the schema, opening. Why it is as it is stands in
/// `docs/adr/0023-postgres.md`.
final class PostgresDatabase {
    /// Milliseconds between two looks for notifications; the look itself waits for them.
    private static final long LOOK_EVERY_MILLIS = 20;

    private static final long IDLE_MILLIS = 60_000;

    /// How much longer than a statement may take a silent server is waited for.
    private static final int GRACE_SECONDS = 5;

    private final StoreUri uri;
    private final PostgresAddress address;
    private final PGSimpleDataSource source;
    private final PostgresDialect dialect;

    PostgresDatabase(StoreUri uri, PostgresAddress address, String password) {
        this.uri = uri;
        this.address = address;
        source = source(address, password);
        dialect = new PostgresDialect(uri, address, UUID.randomUUID().toString());
    }

    private static PGSimpleDataSource source(PostgresAddress address, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {address.host()});
        source.setPortNumbers(new int[] {address.port()});
        source.setDatabaseName(address.database());
        source.setUser(address.user());
        source.setPassword(password);
        source.setApplicationName("Stemma");
        source.setConnectTimeout(address.connectSeconds());
        source.setLoginTimeout(address.connectSeconds());
        source.setSocketTimeout(address.seconds() + GRACE_SECONDS);
        source.setTcpKeepAlive(true);
        source.setSslMode(address.tls());
        address.rootCertificates().ifPresent(certificates -> {
            if (certificates.equals(RootCertificates.SYSTEM)) {
                source.setSslfactory(DefaultJavaSSLFactory.class.getName());
            } else {
                source.setSslRootCert(certificates);
            }
        });
        source.setGssEncMode("disable");
        source.setReWriteBatchedInserts(true); // one message for many rows
        return source;
    }

    Store open(Clock clock) {
        try (Session session = connect()) {
            if (needsSchema(session)) {
                Schema.migrate(session, dialect);
            }
        } catch (SQLException e) {
            throw dialect.explain(e);
        }
        PooledSessions sessions = new PooledSessions(uri, dialect, pool());
        new GramFilling(sessions).start();
        PostgresChanges changes = new PostgresChanges(dialect, this::connect);
        return new SqlStore(
                uri, dialect, sessions, new ChangeThread(uri, changes, LOOK_EVERY_MILLIS), clock);
    }

    /// Who may only read and write rows need not be allowed to make tables.
    ///
    /// @throws StoreException.Unsupported when the schema is not ours or too new
    private boolean needsSchema(Session session) throws SQLException {
        List<String> tables = session.all(
                "SELECT table_name::text FROM information_schema.tables WHERE table_schema = ?",
                row -> row.getString(1),
                address.schema());
        if (!tables.contains(Schema.TABLE)) {
            if (!tables.isEmpty()) {
                throw new StoreException.Unsupported(Sentence.of(
                        "The schema \"{0}\" on {1} belongs to another program. Nothing was changed in it.",
                        address.schema(), address.server()));
            }
            return true;
        }
        session.begin();
        int number = Schema.number(session);
        session.commit();
        int newest = dialect.migrations().size();
        if (number > newest) {
            throw new StoreException.Unsupported(Sentence.of(
                        "The schema \"{0}\" on {1} was written by a newer version of this program"
                            + " (schema {2}, known up to {3}). Nothing was changed in it.",
                        address.schema(), address.server(), number, newest));
        }
        return number < newest;
    }

    private Session connect() throws SQLException {
        Connection connection = source.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute(settings());
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return new Session(connection, PostgresDialect.CODE);
    }

    /// What each connection is told first. The names hold nothing that would need to be escaped. An acknowledged write
    /// must be on the server's disk, so that a server told otherwise is told this.
    private String settings() {
        return "SET search_path TO " + address.schema() + "; SET stemma.workspace TO '" + address.workspace()
                + "'; SET statement_timeout TO '" + address.seconds() + "s'; SET standard_conforming_strings TO on;"
                + " SELECT set_config('synchronous_commit', 'on', false)"
                + " WHERE current_setting('synchronous_commit') = 'off'";
    }

    private HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("postgres " + address.server());
        config.setDataSource(source);
        config.setConnectionInitSql(settings());
        config.setAutoCommit(false);
        config.setIsolateInternalQueries(true); // ends the transaction in which the settings are made
        config.setMaximumPoolSize(address.connections());
        config.setMinimumIdle(1);
        config.setIdleTimeout(IDLE_MILLIS);
        config.setConnectionTimeout(1000L * address.connectSeconds());
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
