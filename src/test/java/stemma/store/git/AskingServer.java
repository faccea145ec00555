package stemma.store.git;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server that asks who we are, remembers what it was told and lets nobody in.
final class AskingServer implements AutoCloseable {
    private final HttpServer server;
    private final List<String> told = new CopyOnWriteArrayList<>();

    AskingServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String header = exchange.getRequestHeaders().getFirst("Authorization");
            if (header != null && header.startsWith("Basic ")) {
                told.add(new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8));
            }
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"prompts\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/prompts.git";
    }

    /// Name and password, with a colon between them, of each request.
    List<String> told() {
        return told;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
