package stemma.store.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import stemma.prompt.PromptId;
import stemma.store.StoreUri;

/// Somebody who has a prompt's row locked.
final class PostgresLock implements AutoCloseable {
    private final Connection connection;
    private final String workspace;

    PostgresLock(PostgresServer server, StoreUri uri) throws SQLException {
        connection = server.connect();
        connection.setAutoCommit(false);
        workspace = String.valueOf(uri.options().get("workspace"));
    }

    void lock(PromptId prompt) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT * FROM stemma.all_prompts WHERE id = '" + prompt + "' AND workspace = '"
                    + workspace + "' FOR UPDATE");
        }
    }

    void release() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
