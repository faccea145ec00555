package stemma.store.sql;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A connection with the statements it has prepared. For one thread at a time. What the database refuses is a
/// [SQLException], which [Dialect#explain] puts into words.
public class Session implements AutoCloseable {
    private static final int KEPT_STATEMENTS = 64;

    /// How many rows, and how many characters, are handed to the database at once: what it is far from gets few
    /// messages, and not all of what is written stands in the memory twice.
    private static final int ROWS_AT_ONCE = 500;

    private static final int CHARACTERS_AT_ONCE = 1_000_000;

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
        return run(connection::prepareStatement, sql, parameters, statement -> {
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
        return run(connection::prepareStatement, sql, parameters, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(reader.read(new ResultRow(result, code))) : Optional.empty();
            }
        });
    }

    /// How many rows a statement changed.
    public int update(String sql, @Nullable Object... parameters) throws SQLException {
        return run(connection::prepareStatement, sql, parameters, PreparedStatement::executeUpdate);
    }

    /// Inserts a row into a table whose first column is a key that the database assigns, and tells that key.
    public long insert(String sql, @Nullable Object... parameters) throws SQLException {
        return run(text -> connection.prepareStatement(text, Statement.RETURN_GENERATED_KEYS), sql, parameters, statement -> {
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                if (!keys.next()) {
                    throw new SQLException("the database assigned no key");
                }
                return keys.getLong(1);
            }
        });
    }

    /// Runs a statement for each row of parameters.
    ///
    /// @return how many rows each run changed; negative for an insert where the database does not tell
    public List<Integer> updateAll(String sql, Stream<@Nullable Object[]> rows) throws SQLException {
        List<Integer> changed = new ArrayList<>();
        runAll(sql, connection::prepareStatement, rows, statement -> {
            for (int count : statement.executeBatch()) {
                changed.add(count);
            }
        });
        return changed;
    }

    /// Inserts many rows into a table whose keys the database assigns.
    ///
    /// @param key the column of the key
    /// @return the keys, in the order of the rows
    public List<Long> insertAll(String sql, String key, Stream<@Nullable Object[]> rows) throws SQLException {
        List<Long> keys = new ArrayList<>();
        runAll(sql, text -> connection.prepareStatement(text, new String[] {key}), rows, statement -> {
            statement.executeBatch();
            try (ResultSet assigned = statement.getGeneratedKeys()) {
                while (assigned.next()) {
                    keys.add(assigned.getLong(1));
                }
            }
        });
        return keys;
    }

    @FunctionalInterface
    private interface Preparation {
        PreparedStatement prepare(String sql) throws SQLException;
    }

    @FunctionalInterface
    private interface Batch {
        void run(PreparedStatement statement) throws SQLException;
    }

    private void runAll(String sql, Preparation preparation, Stream<@Nullable Object[]> rows, Batch batch)
            throws SQLException {
        Iterator<@Nullable Object[]> left = rows.iterator();
        try {
            while (left.hasNext()) {
                PreparedStatement statement = kept(sql, preparation);
                int waiting = 0;
                for (long characters = 0;
                        left.hasNext() && waiting < ROWS_AT_ONCE && characters < CHARACTERS_AT_ONCE;
                        waiting++) {
                    @Nullable Object[] row = left.next();
                    fill(statement, row);
                    statement.addBatch();
                    characters += characters(row);
                }
                batch.run(statement);
            }
        } catch (BatchUpdateException e) {
            forget(sql, e);
            throw reason(e);
        } catch (SQLException | RuntimeException | Error e) {
            forget(sql, e);
            throw e;
        }
    }

    private static long characters(@Nullable Object[] row) {
        long characters = 0;
        for (Object value : row) {
            characters += value instanceof String text ? text.length() : 0;
        }
        return characters;
    }

    /// What went wrong with one of many rows, with the code that drivers do not always repeat.
    private static SQLException reason(BatchUpdateException problem) {
        if (problem.getCause() instanceof SQLException cause) {
            return cause;
        }
        return problem.getNextException() == null ? problem : problem.getNextException();
    }

    @FunctionalInterface
    private interface Execution<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    /// A statement that failed is not used again: some drivers close it.
    private <T> T run(Preparation preparation, String sql, @Nullable Object[] parameters, Execution<T> execution)
            throws SQLException {
        try {
            PreparedStatement statement = kept(sql, preparation);
            fill(statement, parameters);
            return execution.run(statement);
        } catch (SQLException e) {
            forget(sql, e);
            throw e;
        }
    }

    private void forget(String sql, Throwable problem) {
        try (PreparedStatement _ = statements.remove(sql)) {
            // It is closed.
        } catch (SQLException e) {
            problem.addSuppressed(e);
        }
    }

    private PreparedStatement kept(String sql, Preparation preparation) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = preparation.prepare(sql);
            statements.put(sql, statement);
            forgetOldest();
        }
        return statement;
    }

    private void fill(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            statement.setObject(i + 1, value instanceof String text ? code.encode(text) : value);
        }
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

    /// Ends the transaction and keeps what it did.
    public void commit() throws SQLException {
        connection.commit();
    }

    /// Ends the transaction and undoes what it did.
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

    public Connection connection() {
        return connection;
    }

    /// Closes a session, if there is one, whatever its connection says to that.
    ///
    /// @param level at which a failure is told in the log
    /// @param failure what is told
    public static void close(@Nullable Session session, System.Logger.Level level, String failure) {
        try {
            if (session != null) {
                session.close();
            }
        } catch (SQLException e) {
            System.getLogger(Session.class.getName()).log(level, failure, e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
