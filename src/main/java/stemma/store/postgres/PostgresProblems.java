package stemma.store.postgres;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stemma.prompt.Sentence;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// What the server's and the driver's errors mean for a user. The codes:
/// <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
final class PostgresProblems {
    /// The server does not want us, for instance without a password.
    private static final String REJECTED = "08004";

    /// No rule of the server lets in such a user by such a connection.
    private static final String NO_RULE = "28000";

    /// Stands in the driver's message when the name is not the certificate's, in every language.
    private static final String NAME_CHECK = "HostnameVerifier";

    private PostgresProblems() {}

    static StoreException explain(StoreUri uri, PostgresAddress address, SQLException failure) {
        SQLException problem = lastAttempt(failure);
        String state = state(problem);
        Sentence server = Sentence.of("the server {0}", address.server());
        Optional<Sentence> mistrust = mistrust(address, problem);
        if (mistrust.isPresent()) {
            return new StoreException.Denied(uri, mistrust.get(), problem);
        }
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "28" ->
                new StoreException.Denied(uri, Sentence.of("{0} says: {1}{2}", server, firstLine(problem), advice(address, problem)), problem);
            case "3D" ->
                new StoreException.Unreachable(
                        uri, Sentence.of("{0} has no database \"{1}\"", server, address.database()), problem);
            case "40" -> new StoreException.Unreachable(uri, Sentence.of("others keep writing to the same prompts; try again"), problem);
            case "XX" -> new StoreException.Corrupt(uri, server, firstLine(problem), problem);
            default ->
                switch (state) {
                    case REJECTED, "42501", "25006" ->
                        new StoreException.Denied(
                                uri, Sentence.of("{0} says: {1}{2}", server, firstLine(problem), advice(address, problem)), problem);
                    case "57014" ->
                        new StoreException.Unreachable(
                                uri, Sentence.of("{0} needed more than {1} seconds", server, address.seconds()), problem);
                    case "42P01", "42703" ->
                        new StoreException.Corrupt(
                                uri, Sentence.of("schema \"{0}\"", address.schema()), firstLine(problem), problem);
                    default -> new StoreException.Unreachable(uri, Sentence.of("{0}: {1}", server, firstLine(problem)), problem);
                };
        };
    }

    /// Where the driver tried with and without TLS it throws the first problem and keeps the second one aside, which is
    /// the one that counts: the server wanted TLS.
    private static SQLException lastAttempt(SQLException problem) {
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            for (Throwable aside : cause.getSuppressed()) {
                if (aside instanceof SQLException second && state(problem).equals(NO_RULE)) {
                    return second;
                }
            }
        }
        return problem;
    }

    /// Why the server's certificate is not trusted; empty when that is not the problem.
    private static Optional<Sentence> mistrust(PostgresAddress address, SQLException problem) {
                if (address.rootCertificates().isEmpty()) {
            return Optional.empty();
        }
        if (firstLine(problem).contains(NAME_CHECK)) {
            return Optional.of(Sentence.of(
                    "the certificate of the server {0} is not for the name \"{1}\". Connect by a name that stands in it;"
                            + " \"sslmode\" verify-ca would take it for any name.",
                    address.server(), address.host()));
        }
        for (@Nullable Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathValidatorException || cause instanceof CertPathBuilderException) {
                return Optional.of(Sentence.of(
                        "the certificate of the server {0} is not vouched for by those in {1} ({2}). Name the right file"
                                + " with the option \"sslrootcert\".",
                        address.server(), address.rootCertificates().orElseThrow(), String.valueOf(cause.getMessage())));
            }
        }
        return Optional.empty();
    }

    /// What may help with TLS where the server does not want us; empty, or the end of a sentence and another one.
    private static Sentence advice(PostgresAddress address, SQLException problem) {
        String state = state(problem);
        if (state.equals(NO_RULE) && address.tls().equals("disable")) {
            return Sentence.of(". It may let in only who uses TLS: set \"sslmode\" to verify-full, or to require.");
        }
        if (state.equals(REJECTED) && address.demandsTls() && firstLine(problem).contains("SSL")) {
            return Sentence.of(" Its keeper has to turn it on; \"sslmode\" prefer would do without.");
        }
        return Sentence.NONE;
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
