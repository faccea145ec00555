package stemma.store.postgres;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// What the server's and the driver's errors mean for a user. The codes:
/// <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
final class PostgresProblems {
    /// The server does not want us, for instance without a password.
    private static final String REJECTED = "08004";

    private PostgresProblems() {}

    static StoreException explain(StoreUri uri, PostgresAddress address, SQLException problem) {
        String state = state(problem);
        String server = "the server " + address.server();
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "28" -> new StoreException.Denied(uri, server + " says: " + firstLine(problem), problem);
            case "3D" ->
                new StoreException.Unreachable(
                        uri, server + " has no database \"" + address.database() + "\"", problem);
            case "40" -> new StoreException.Unreachable(uri, "others keep writing to the same prompts; try again", problem);
            case "XX" -> new StoreException.Corrupt(uri, server, firstLine(problem), problem);
            default ->
                switch (state) {
                    case REJECTED, "42501", "25006" ->
                        new StoreException.Denied(uri, server + " says: " + firstLine(problem), problem);
                    case "57014" ->
                        new StoreException.Unreachable(
                                uri, server + " needed more than " + address.seconds() + " seconds", problem);
                    case "42P01", "42703" ->
                        new StoreException.Corrupt(
                                uri, "schema \"" + address.schema() + "\"", firstLine(problem), problem);
                    default -> new StoreException.Unreachable(uri, server + ": " + firstLine(problem), problem);
                };
        };
    }

    /// Whether the connection is gone, or never came to be.
    static boolean isLost(SQLException problem) {
        String state = state(problem);
        return state.startsWith("08") && !state.equals(REJECTED) || state.startsWith("57P") || problem instanceof SQLTransientConnectionException;
    }

    /// The innermost one: a pool puts its own exception around the driver's.
    private static String state(SQLException problem) {
        String state = "";
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                state = sql.getSQLState();
            }
        }
        return state;
    }

    private static String firstLine(SQLException problem) {
        String message = problem.getMessage();
        for (@Nullable Throwable cause = problem.getCause(); cause != null; cause = cause.getCause()) {
            message = cause instanceof SQLException ? cause.getMessage() : message;
        }
        return String.valueOf(message).lines().findFirst().orElse("");
    }
}
