package stemma.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A connection with the statements it has prepared. For one thread at a time.
public class Session implements AutoCloseable {
    private static final int KEPT_STATEMENTS = 64;

    /// Makes a value of the row a result set stands on.
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultRow row) throws SQLException;
    }

    private final Connection connection;
    private final TextCode code;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>(16, 0.75f, true);

    /// The session owns the connection from now on.
    public Session(Connection connection) {
        this(connection, TextCode.PLAIN);
    }

    /// As [#Session(Connection)], where texts need a code.
    public Session(Connection connection, TextCode code) {
        this.connection = connection;
        this.code = code;
    }

    /// Every row of an answer.
    public <T> List<T> all(String sql, RowReader<T> reader, @Nullable Object... parameters) throws SQLException {
        return run(false, sql, parameters, statement -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                ResultRow row = new ResultRow(result, code);
                while (result.next()) {
                    rows.add(reader.read(row));
                }
            }
            return rows;
        });
    }

    /// The first row of an answer, if there is one.
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters)
            throws SQLException {
        return run(false, sql, parameters, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(reader.read(new ResultRow(result, code))) : Optional.empty();
            }
        });
    }

    /// How many rows a statement changed.
    public int update(String sql, @Nullable Object... parameters) throws SQLException {
        return run(false, sql, parameters, PreparedStatement::executeUpdate);
    }

    /// Inserts a row into a table whose first column is a key that the database assigns, and tells that key.
    public long insert(String sql, @Nullable Object... parameters) throws SQLException {
        return run(true, sql, parameters, statement -> {
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                if (!keys.next()) {
                    throw new SQLException("the database assigned no key");
                }
                return keys.getLong(1);
            }
        });
    }

    @FunctionalInterface
    private interface Execution<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    /// A statement that failed is not used again: some drivers close it.
    private <T> T run(boolean tellingKeys, String sql, @Nullable Object[] parameters, Execution<T> execution)
            throws SQLException {
        try {
            return execution.run(prepared(tellingKeys, sql, parameters));
        } catch (SQLException e) {
            forget(sql, e);
            throw e;
        }
    }

    private void forget(String sql, SQLException problem) {
        try (PreparedStatement _ = statements.remove(sql)) {
            // It is closed.
        } catch (SQLException e) {
            problem.addSuppressed(e);
        }
    }

    private PreparedStatement prepared(boolean tellingKeys, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = tellingKeys
                    ? connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)
                    : connection.prepareStatement(sql);
            statements.put(sql, statement);
            forgetOldest();
        }
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            statement.setObject(i + 1, value instanceof String text ? code.encode(text) : value);
        }
        return statement;
    }

    private void forgetOldest() throws SQLException {
        if (statements.size() > KEPT_STATEMENTS) {
            String oldest = statements.keySet().iterator().next();
            PreparedStatement forgotten = statements.remove(oldest);
            if (forgotten != null) {
                forgotten.close();
            }
        }
    }

    /// From here to [#commit()] or [#rollback()] everything happens in one transaction.
    public void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    public void commit() throws SQLException {
        connection.commit();
    }

    public void rollback() throws SQLException {
        connection.rollback();
    }

    /// Marks the place in the transaction to which [#undo()] goes back.
    public void mark() throws SQLException {
        update("SAVEPOINT stemma");
    }

    /// Undoes what the transaction did since [#mark()].
    public void undo() throws SQLException {
        update("ROLLBACK TO SAVEPOINT stemma");
    }

    /// Whether the connection was closed, by us or by the database.
    public boolean isClosed() throws SQLException {
        return connection.isClosed();
    }

    public Connection connection() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
