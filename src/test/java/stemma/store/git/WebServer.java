package stemma.store.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.zip.GZIPInputStream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.ReceivePack;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;
import stemma.store.Certificates;

/// A web server with one repository, which asks who we are and remembers what it was told.
final class WebServer implements AutoCloseable {
    private static final String UPLOAD = "git-upload-pack";
    private static final String RECEIVE = "git-receive-pack";

    private final Path repository;
    private final HttpServer server;
    private final boolean isEncrypted;
    private final Set<String> letIn = new CopyOnWriteArraySet<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile Breaking breaking = Breaking.NEVER;
    private volatile Optional<String> elsewhere = Optional.empty();

    WebServer(Path repository) throws IOException {
        this(repository, HttpServer.create(loopback(), 0), false);
    }

    WebServer(Path repository, Certificates certificates) throws Exception {
        this(repository, encrypted(certificates), true);
    }

    private static HttpServer encrypted(Certificates certificates) throws Exception {
        HttpsServer server = HttpsServer.create(loopback(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.forServer()));
        return server;
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private WebServer(Path repository, HttpServer server, boolean isEncrypted) {
        this.repository = repository;
        this.server = server;
        this.isEncrypted = isEncrypted;
        server.createContext("/", this::answer);
        server.start();
    }

    /// @param login name and password with a colon between them
    void letIn(String login) {
        letIn.add(login);
    }

    void letNobodyIn() {
        letIn.clear();
    }

    void breakAt(Breaking when) {
        breaking = when;
    }

    /// Sends everybody to another server.
    void moveTo(String address) {
        elsewhere = Optional.of(address);
    }

    String address() {
        return address("localhost");
    }

    String address(String host) {
        return (isEncrypted ? "https://" : "http://") + host + ":" + server.getAddress().getPort() + "/prompts.git";
    }

    /// Name and password, with a colon between them, of each request that told one.
    List<String> told() {
        return told;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (elsewhere.isPresent()) {
                exchange.getResponseHeaders()
                        .add("Location", elsewhere.get() + "/info/refs?" + exchange.getRequestURI().getQuery());
                exchange.sendResponseHeaders(302, -1);
            } else if (!isLetIn(exchange)) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"prompts\"");
                exchange.sendResponseHeaders(401, -1);
            } else if (path.endsWith("/info/refs")) {
                advertise(exchange, exchange.getRequestURI().getQuery().replace("service=", ""));
            } else {
                serve(exchange, path.substring(path.lastIndexOf('/') + 1));
            }
        }
    }

    private boolean isLetIn(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null || !header.startsWith("Basic ")) {
            return false;
        }
        String login = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
        told.add(login);
        return letIn.contains(login);
    }

    private Repository open() throws IOException {
        return new FileRepositoryBuilder().setGitDir(repository.toFile()).build();
    }

    private void advertise(HttpExchange exchange, String service) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        PacketLineOut lines = new PacketLineOut(answer);
        lines.writeString("# service=" + service + "\n");
        lines.end();
        try (Repository git = open()) {
            PacketLineOutRefAdvertiser advertiser = new PacketLineOutRefAdvertiser(lines);
            if (service.equals(RECEIVE)) {
                new ReceivePack(git).sendAdvertisedRefs(advertiser);
            } else {
                new UploadPack(git).sendAdvertisedRefs(advertiser);
            }
        }
        send(exchange, "application/x-" + service + "-advertisement", answer);
    }

    private void serve(HttpExchange exchange, String service) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        InputStream body = exchange.getRequestBody();
        if (service.equals(RECEIVE) && breaking == Breaking.BEFORE_WRITING) {
            body.readNBytes(10);
            return;
        }
        boolean isPacked = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (Repository git = open();
                InputStream in = isPacked ? new GZIPInputStream(body) : body) {
            if (service.equals(UPLOAD)) {
                UploadPack upload = new UploadPack(git);
                upload.setBiDirectionalPipe(false);
                upload.upload(in, answer, OutputStream.nullOutputStream());
            } else {
                ReceivePack receive = new ReceivePack(git);
                receive.setBiDirectionalPipe(false);
                receive.receive(in, answer, OutputStream.nullOutputStream());
            }
        }
        if (service.equals(UPLOAD) || breaking != Breaking.AFTER_WRITING) {
            send(exchange, "application/x-" + service + "-result", answer);
        }
    }

    private static void send(HttpExchange exchange, String type, ByteArrayOutputStream answer) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, answer.size());
        answer.writeTo(exchange.getResponseBody());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
