package stemma.store.postgres;

import java.util.List;
import stemma.store.DriverOption;
import stemma.store.DriverOption.Kind;
import stemma.store.Opening;
import stemma.store.Secret;
import stemma.store.Store;
import stemma.store.StoreDriver;
import stemma.store.StoreUri;

/// Opens a store in a schema of a PostgreSQL database (version 14 or newer), and makes schema and tables when they are
/// missing: `postgres://USER@HOST:PORT/DATABASE?schema=stemma&workspace=default&sslmode=verify-full&password-env=VARIABLE`.
/// Port, database (the user's name) and all options may be left out. The password comes from the secret `password`.
public final class PostgresStoreDriver implements StoreDriver {
    static final DriverOption PASSWORD = new DriverOption("password", "Password", Kind.SECRET, false, "");
    static final DriverOption SCHEMA = new DriverOption("schema", "Schema", Kind.TEXT, false, "stemma");
    static final DriverOption WORKSPACE = new DriverOption("workspace", "Workspace", Kind.TEXT, false, "default");
    static final DriverOption TLS = DriverOption.choice(
            "sslmode",
            "TLS",
            "prefer",
            "disable",
            "allow",
            "prefer",
            "require",
            PostgresAddress.VERIFY_AUTHORITY,
            PostgresAddress.VERIFY_FULL);
    static final DriverOption ROOT_CERTIFICATES =
            new DriverOption("sslrootcert", "Root certificates for TLS, or system", Kind.FILE, false, "");
    static final DriverOption CONNECTIONS =
            new DriverOption("connections", "Connections at most", Kind.NUMBER, false, "4");
    static final DriverOption CONNECT_TIMEOUT =
            new DriverOption("connect-timeout", "Seconds to wait for a connection", Kind.NUMBER, false, "5");
    static final DriverOption TIMEOUT =
            new DriverOption("timeout", "Seconds to wait for an answer", Kind.NUMBER, false, "30");

    @Override
    public String scheme() {
        return "postgres";
    }

    @Override
    public String title() {
        return "PostgreSQL server";
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public List<DriverOption> options() {
        return List.of(
                new DriverOption(DriverOption.LOCATION, "Address, as //user@host:port/db", Kind.TEXT, true, ""),
                PASSWORD,
                SCHEMA,
                WORKSPACE,
                TLS,
                ROOT_CERTIFICATES,
                CONNECTIONS,
                CONNECT_TIMEOUT,
                TIMEOUT);
    }

    @Override
    public void refuseSecrets(StoreUri uri) {
        PostgresAddress.refusePassword(uri.location());
    }

    @Override
    public Store open(StoreUri uri, Opening opening) {
        PostgresAddress address = PostgresAddress.of(uri);
        String password = opening.secrets()
                .find(uri, PASSWORD.name())
                .map(Secret::reveal)
                .orElse("");
        return new PostgresDatabase(uri, address, password).open(opening.clock());
    }
}
