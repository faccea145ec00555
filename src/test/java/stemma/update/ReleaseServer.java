package stemma.update;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import stemma.prompt.VersionLabel;

/// A server on this machine that is asked for releases. What it answers may be changed while it runs.
public final class ReleaseServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Map<String, List<String>>> requests = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile Map<String, String> headers = Map.of();
    private volatile byte[] body = new byte[0];
    private volatile boolean hangs;

    public ReleaseServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.add(Map.copyOf(exchange.getRequestHeaders()));
            try (exchange) {
                if (exchange.getRequestURI().getPath().equals("/moved")) {
                    exchange.getResponseHeaders().set("Location", "/latest");
                    exchange.sendResponseHeaders(302, -1);
                    return;
                }
                headers.forEach(exchange.getResponseHeaders()::set);
                exchange.sendResponseHeaders(status, 0);
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                    if (hangs) {
                        out.flush();
                        end.await();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    /// What it says from now on.
    public void answer(int newStatus, String newBody) {
        status = newStatus;
        body = newBody.getBytes(StandardCharsets.UTF_8);
    }

    /// What it says of one release, as GitHub does.
    public void release(String tag) {
        answer(200, release(tag, false));
    }

    static String release(String tag, boolean isEarly) {
        return "{\"tag_name\": \"" + tag + "\", \"html_url\": \"https://example.org/releases/" + tag
                + "\", \"prerelease\": " + isEarly + ", \"assets\": [{\"size\": 3}]}";
    }

    void header(String name, String value) {
        headers = Map.of(name, value);
    }

    /// It begins to answer and does not end.
    void hang() {
        hangs = true;
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /// A check that asks this server.
    public UpdateCheck check(String version) {
        return UpdateCheck.configured("", Optional.of(address("/latest").toString()), version)
                .orElseThrow();
    }

    UpdateCheck check(String path, String version, Duration patience) {
        return new UpdateCheck(address(path), new VersionLabel(version), patience);
    }

    /// The headers of every request so far.
    public List<Map<String, List<String>>> requests() {
        return requests;
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
