package stemma.store.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Locale;
import stemma.prompt.Sentence;
import stemma.store.StoreException;

/// The certificates that a server's certificate is checked against: in a file, or those that the system trusts.
final class RootCertificates {
    /// Stands for what the system trusts, as in PostgreSQL's own programs.
    static final String SYSTEM = "system";

    private RootCertificates() {}

    /// The file that PostgreSQL's own programs look into when none is named.
    static Path usual() {
        boolean isWindows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
        return isWindows
                ? Path.of(String.valueOf(System.getenv("APPDATA")), "postgresql", "root.crt")
                : Path.of(System.getProperty("user.home"), ".postgresql", "root.crt");
    }

    /// @throws StoreException.Unsupported when the file cannot be read or holds no certificate, naming it
    static void check(String file) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            if (CertificateFactory.getInstance("X.509").generateCertificates(in).isEmpty()) {
                throw unusable(file, Sentence.of("holds no certificate"));
            }
        } catch (CertificateException e) {
            throw unusable(file, Sentence.of("holds no certificate"));
        } catch (IOException | InvalidPathException e) {
            throw unusable(file, Sentence.of("cannot be read"));
        }
    }

    private static StoreException unusable(String file, Sentence problem) {
        return new StoreException.Unsupported(Sentence.of(
                        "The file of root certificates \"{0}\" {1}. Name one with the option"
                            + " \"sslrootcert\", or \"system\" for the authorities that the system trusts.",
                        file, problem));
    }
}
