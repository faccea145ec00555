package stemma.store.h2;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import stemma.store.StoreDriver;
import stemma.store.StoreUri;
import stemma.store.sql.Dialect;
import stemma.store.sql.Session;
import stemma.store.sql.SqlFileContract;

class H2FileTest extends SqlFileContract {
    @Override
    protected StoreDriver driver() {
        return new H2StoreDriver();
    }

    @Override
    protected String suffix() {
        return H2Database.SUFFIX;
    }

    @Override
    protected Connection connect(Path file) throws SQLException {
        String path = file.toString();
        Connection connection = DriverManager.getConnection(
                "jdbc:h2:" + path.substring(0, path.length() - suffix().length()), "sa", "");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET REFERENTIAL_INTEGRITY FALSE");
        }
        return connection;
    }

    @Override
    protected void backUpForeign(Connection connection, Path target) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BACKUP TO '" + target.toString().replace("'", "''") + "'");
        }
    }

    @Override
    protected Dialect dialect(Path file) {
        return new H2Dialect(StoreUri.of("h2", file.toString()), file);
    }

    @Override
    protected Session session(Connection connection) {
        return new Session(connection);
    }
}
