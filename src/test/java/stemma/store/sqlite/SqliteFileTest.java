package stemma.store.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import stemma.store.StoreDriver;
import stemma.store.StoreUri;
import stemma.store.sql.Dialect;
import stemma.store.sql.Session;
import stemma.store.sql.Sessions.Use;
import stemma.store.sql.SqlFileContract;

class SqliteFileTest extends SqlFileContract {
    @Override
    protected StoreDriver driver() {
        return new SqliteStoreDriver();
    }

    @Override
    protected String suffix() {
        return ".db";
    }

    /// SQLite watches over references only when it is told to.
    @Override
    protected Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    @Override
    protected void backUpForeign(Connection connection, Path target) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, target.toString());
            statement.execute();
        }
    }

    @Override
    protected Dialect dialect(Path file) {
        return new SqliteDialect(StoreUri.of("sqlite", file.toString()), file, "test");
    }

    @Override
    protected Session session(Connection connection) {
        return new SqliteSession(connection, Use.WRITE);
    }
}
