package stemma.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// An authority of a test's own, made with the JDK's keytool, and the certificate of a server called `localhost`.
public final class Certificates {
    private static final String AUTHORITY = "authority";
    private static final String SERVER = "server";
    private static final String STORE_PASSWORD = "changeit";

    private final Path folder;
    private final KeyStore keys;

    /// @param folder an empty one, for the files
    public Certificates(Path folder) throws Exception {
        this.folder = folder;
        generate(AUTHORITY, "-dname", "CN=Test authority", "-ext", "bc:c");
        generate(SERVER, "-dname", "CN=localhost", "-ext", "san=dns:localhost", "-signer", AUTHORITY);
        keys = KeyStore.getInstance(store().toFile(), STORE_PASSWORD.toCharArray());
        Files.writeString(
                rootFile(), pem("CERTIFICATE", keys.getCertificate(AUTHORITY).getEncoded()));
        Files.writeString(
                serverFile(), pem("CERTIFICATE", keys.getCertificate(SERVER).getEncoded()));
        Files.createFile(keyFile());
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-------"));
        }
        Key key = keys.getKey(SERVER, STORE_PASSWORD.toCharArray());
        Files.writeString(keyFile(), pem("PRIVATE KEY", key.getEncoded()));
    }

    private Path store() {
        return folder.resolve("keys.p12");
    }

    /// The authority's certificate.
    public Path rootFile() {
        return folder.resolve("root.crt");
    }

    public Path serverFile() {
        return folder.resolve("server.crt");
    }

    /// The server's private key, which only its owner may read.
    public Path keyFile() {
        return folder.resolve("server.key");
    }

    /// For a server with this certificate.
    public SSLContext forServer() throws Exception {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, STORE_PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    /// What a Java program is started with that trusts this authority and no other.
    public String[] trusting() {
        return new String[] {
            "-Djavax.net.ssl.trustStore=" + store(), "-Djavax.net.ssl.trustStorePassword=" + STORE_PASSWORD
        };
    }

    /// For somebody who trusts this authority and no other.
    public SSLContext forClient() throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(AUTHORITY, keys.getCertificate(AUTHORITY));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private void generate(String alias, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-validity",
                "2",
                "-keystore",
                store().toString(),
                "-storepass",
                STORE_PASSWORD));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).as(said).isZero();
    }

    private static String pem(String kind, byte[] bytes) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }
}
