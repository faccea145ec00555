package stemma.store.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stemma.prompt.Sentence;
import stemma.store.DriverOption;
import stemma.store.StoreException;
import stemma.store.StoreUri;

/// What an address says, checked.
///
/// @param host a name or address; an IPv6 address in brackets
/// @param rootCertificates a file, or [RootCertificates#SYSTEM]; empty when the server's certificate is not checked
/// @param connections how many at most
/// @param connectSeconds how long to wait for a connection
/// @param seconds how long to wait for an answer
record PostgresAddress(
        String user,
        String host,
        int port,
        String database,
        String schema,
        String workspace,
        String tls,
        Optional<String> rootCertificates,
        int connections,
        int connectSeconds,
        int seconds) {

    private static final int USUAL_PORT = 5432;
    private static final Pattern LOCATION =
            Pattern.compile("//([^/@:]+)@(\\[[0-9A-Fa-f:.]+]|[^/@:\\[\\]]+)(?::(\\d{1,5}))?(?:/([^/]*))?");
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final Pattern WORKSPACE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}");
    static final String VERIFY_AUTHORITY = "verify-ca";
    static final String VERIFY_FULL = "verify-full";

    /// @throws StoreException.Unsupported saying what is wrong; without the location when that may hold a password
    static PostgresAddress of(StoreUri uri) {
        refusePassword(uri.location());
        Matcher location = LOCATION.matcher(uri.location());
        if (!location.matches()) {
            throw new StoreException.Unsupported(Sentence.of(
                        "\"{0}\" is no address of a PostgreSQL store; it looks like"
                            + " //user@host:5432/database.",
                        uri.location()));
        }
        String user = decoded(location.group(1));
        String port = Optional.ofNullable(location.group(3)).orElse(String.valueOf(USUAL_PORT));
        String database = Optional.ofNullable(location.group(4)).filter(name -> !name.isEmpty()).orElse(user);
        return new PostgresAddress(
                user,
                location.group(2),
                number(Sentence.of("port"), port, 1, 65_535),
                decoded(database),
                matching(uri, PostgresStoreDriver.SCHEMA, NAME, Sentence.of("small letters, digits and _")),
                matching(uri, PostgresStoreDriver.WORKSPACE, WORKSPACE, Sentence.of("letters, digits, _, . and -")),
                tls(uri),
                rootCertificates(uri),
                number(uri, PostgresStoreDriver.CONNECTIONS, 1, 50),
                number(uri, PostgresStoreDriver.CONNECT_TIMEOUT, 1, 600),
                number(uri, PostgresStoreDriver.TIMEOUT, 1, 3_600));
    }

    /// Whatever stands between a colon and an `@` may be a password.
    ///
    /// @throws StoreException.Unsupported without the location
    static void refusePassword(String location) {
        int at = location.lastIndexOf('@');
        if (at >= 0 && location.substring(0, at).indexOf(':') >= 0) {
            throw new StoreException.Unsupported(Sentence.of(
                        "The address of a PostgreSQL store must not hold a password, since addresses are"
                            + " shown and remembered. Leave it out and give it when asked, or name an"
                            + " environment variable that holds it with \"password-env\"."));
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new StoreException.Unsupported(Sentence.of("\"{0}\" is not percent-encoded.", text));
        }
    }

    private static String value(StoreUri uri, DriverOption option) {
        return uri.options().getOrDefault(option.name(), option.defaultValue());
    }

    private static String matching(StoreUri uri, DriverOption option, Pattern pattern, Sentence rule) {
        String value = value(uri, option);
        if (!pattern.matcher(value).matches()) {
            throw new StoreException.Unsupported(Sentence.of(
                        "The option \"{0}\" has 1 to 63 characters ({1}), unlike \"{2}\".",
                        option.name(), rule, value));
        }
        return value;
    }

    private static String tls(StoreUri uri) {
        String value = value(uri, PostgresStoreDriver.TLS);
        if (!PostgresStoreDriver.TLS.choices().contains(value)) {
            throw new StoreException.Unsupported(Sentence.of(
                        "The option \"sslmode\" is disable, allow, prefer, require, verify-ca or"
                            + " verify-full, not \"{0}\".",
                        value));
        }
        return value;
    }

    private static Optional<String> rootCertificates(StoreUri uri) {
        String mode = tls(uri);
        String given = value(uri, PostgresStoreDriver.ROOT_CERTIFICATES);
        if (given.equals(RootCertificates.SYSTEM) && !mode.equals(VERIFY_FULL)) {
            throw new StoreException.Unsupported(Sentence.of(
                        "The option \"sslrootcert\" can be \"system\" only where \"sslmode\" is"
                            + " verify-full: anybody can get a certificate for some name from the authorities"
                            + " that the system trusts."));
        }
        if (!mode.equals(VERIFY_FULL) && !mode.equals(VERIFY_AUTHORITY)) {
            return Optional.empty();
        }
        String certificates = given.isEmpty() ? RootCertificates.usual().toString() : given;
        if (!certificates.equals(RootCertificates.SYSTEM)) {
            RootCertificates.check(certificates);
        }
        return Optional.of(certificates);
    }

    private static int number(StoreUri uri, DriverOption option, int least, int most) {
        return number(Sentence.of("option \"{0}\"", option.name()), value(uri, option), least, most);
    }

    private static int number(Sentence what, String given, int least, int most) {
        if (!given.matches("\\d{1,5}") || Integer.parseInt(given) < least || Integer.parseInt(given) > most) {
            throw new StoreException.Unsupported(
                    Sentence.of("The {0} is a number from {1} to {2}, not \"{3}\".", what, least, most, given));
        }
        return Integer.parseInt(given);
    }

    /// Whether a server without TLS is not to be spoken with.
    boolean demandsTls() {
        return tls.equals("require") || rootCertificates.isPresent();
    }

    /// How messages name the server.
    String server() {
        return host + ":" + port;
    }
}
