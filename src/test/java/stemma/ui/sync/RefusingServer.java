package stemma.ui.sync;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// A server on this machine that lets nobody in.
final class RefusingServer implements AutoCloseable {
    private final HttpServer server;

    RefusingServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort() + "/prompts.git";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
