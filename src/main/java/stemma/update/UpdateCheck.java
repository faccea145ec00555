package stemma.update;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import stemma.prompt.VersionLabel;
import stemma.update.UpdateException.Reason;

/// Asks one address for the newest release: that of GitHub's interface for a project's latest release, or for all of them.
/// The request says which version asks and nothing else. Immutable, safe for concurrent use.
public final class UpdateCheck {
    /// The system property that takes the place of the address of the build; empty for none.
    public static final String PROPERTY = "stemma.update.address";

    /// A larger answer is none.
    static final int LARGEST = 4 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long LOOKS_EVERY_MILLIS = 50;

    private final URI address;
    private final VersionLabel version;
    private final Duration patience;

    /// @param version the version that runs
    /// @param patience how long an answer may take
    /// @throws IllegalArgumentException when the address is none of `https:`, or of `http:` on this machine
    UpdateCheck(URI address, VersionLabel version, Duration patience) {
        if (!isSafe(address)) {
            throw new IllegalArgumentException("\"" + address + "\" is no address to look for updates at: https is needed");
        }
        this.address = address;
        this.version = version;
        this.patience = patience;
    }

    /// The check as the program is built and started.
    ///
    /// @param built the address that the build names; may be empty
    /// @param started the value of [#PROPERTY], if it is set
    /// @param version the version that runs; a version that has no order (of somebody's own build) is never checked
    /// @return empty when there is nothing to ask
    public static Optional<UpdateCheck> configured(String built, Optional<String> started, String version) {
        String address = started.orElse(built).strip();
        if (address.isEmpty() || !VersionLabel.isValid(version) || !new VersionLabel(version).isSemver()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new UpdateCheck(URI.create(address), new VersionLabel(version), PATIENCE));
        } catch (IllegalArgumentException e) {
            System.getLogger(UpdateCheck.class.getName())
                    .log(System.Logger.Level.WARNING, "there is no looking for updates", e);
            return Optional.empty();
        }
    }

    /// The version that runs.
    public VersionLabel version() {
        return version;
    }

    /// Whether an address may be asked, or shown in a browser: `https:`, or `http:` on this machine.
    public static boolean isSafe(URI address) {
        String host = address.getHost();
        return host != null
                && ("https".equalsIgnoreCase(address.getScheme())
                        || "http".equalsIgnoreCase(address.getScheme())
                                && (host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]")));
    }

    /// Asks. Blocks.
    ///
    /// @return the newest version that is newer than the one that runs; releases before their time (`2.0.0-rc.1`) only
    ///     for those who run such a one
    /// @throws UpdateException when there is no answer that can be used
    /// @throws CancellationException when it was cancelled
    public Optional<Release> look(BooleanSupplier isCancelled) throws UpdateException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(patience)
                .build();
        try {
            return Releases.newest(body(client, isCancelled), version);
        } finally {
            client.shutdownNow();
        }
    }

    private byte[] body(HttpClient client, BooleanSupplier isCancelled) throws UpdateException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("User-Agent", "Stemma/" + version)
                .header("Accept", "application/json")
                .build();
        Answer answer = await(
                client.sendAsync(request, BodyHandlers.ofInputStream())
                        .thenApplyAsync(Answer::read, Thread::startVirtualThread),
                isCancelled);
        HttpResponse<InputStream> response = answer.response();
        boolean isUsedUp = response.headers().firstValue("X-RateLimit-Remaining").equals(Optional.of("0"))
                || response.headers().firstValue("Retry-After").isPresent();
        return switch (response.statusCode()) {
            case 200 -> answer.whole();
            case 404 -> throw new UpdateException(Reason.NOT_FOUND, "status 404 of " + address);
            case 429 -> throw new UpdateException(Reason.TOO_OFTEN, "status 429 of " + address);
            case 403 -> throw new UpdateException(
                    isUsedUp ? Reason.TOO_OFTEN : Reason.REFUSED, "status 403 of " + address);
            default -> throw new UpdateException(
                    Reason.REFUSED, "status " + response.statusCode() + " of " + address);
        };
    }

    /// @param body the beginning of a body that is too large
    private record Answer(HttpResponse<InputStream> response, byte[] body) {
        static Answer read(HttpResponse<InputStream> response) {
            try (InputStream in = response.body()) {
                return new Answer(response, in.readNBytes(LARGEST + 1));
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        }

        byte[] whole() throws UpdateException {
            if (body.length > LARGEST) {
                throw new UpdateException(Reason.NOT_UNDERSTOOD, "the answer is larger than " + LARGEST + " bytes");
            }
            return body;
        }
    }

    private <T> T await(CompletableFuture<T> answer, BooleanSupplier isCancelled) throws UpdateException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return answer.get(LOOKS_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (isCancelled.getAsBoolean()) {
                    answer.cancel(true);
                    throw new CancellationException();
                }
                if (System.nanoTime() > end) {
                    answer.cancel(true);
                    throw new UpdateException(Reason.NO_ANSWER, "no answer within " + patience.toSeconds() + " s");
                }
            } catch (ExecutionException e) {
                throw failure(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }

    private static UpdateException failure(Throwable cause) {
        UpdateException failure = new UpdateException(
                Reason.NO_ANSWER,
                cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage()));
        failure.initCause(cause);
        return failure;
    }
}
