package stemma.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreChange;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.Subscription;

/// A server that is killed in the middle of writes, and comes back.
@Timeout(120)
class DyingServerTest {
    private static final PromptId ID = new PromptId("a");

    private final AtomicInteger written = new AtomicInteger();

    @Test
    void aServerKilledDuringWritesLosesNothingAcknowledgedAndTheStoreGoesOn() throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            StoreUri uri = server.uri(Map.of("connect-timeout", "2"));
            try (Store store = PostgresServer.open(uri);
                    Store colleague = PostgresServer.open(uri);
                    var threads = Executors.newSingleThreadExecutor()) {
                BlockingQueue<StoreChange> told = new LinkedBlockingQueue<>();
                try (Subscription _ = colleague.watch(told::add)) {
                    for (int round = 1; round <= 2; round++) {
                        int before = written.get();
                        Future<?> writing = threads.submit(() -> writeUntilItFails(store));
                        while (written.get() < before + 20) {
                            Thread.sleep(1);
                        }
                        server.kill();
                        writing.get(60, TimeUnit.SECONDS);
                        assertThatThrownBy(() -> store.find(ID)).isInstanceOf(StoreException.Unreachable.class);
                        told.clear();
                        server.restart();
                        assertWhole(store);
                        awaitChange(told, StoreChange.anything());
                        append(store, written.get());
                        written.incrementAndGet();
                        awaitChange(told, StoreChange.of(ID));
                    }
                }
            }
        }
    }

    private static void awaitChange(BlockingQueue<StoreChange> told, StoreChange expected)
            throws InterruptedException {
        @Nullable StoreChange change = told.poll(20, TimeUnit.SECONDS);
        while (change != null && !change.equals(expected)) {
            change = told.poll(20, TimeUnit.SECONDS);
        }
        assertThat(change).isEqualTo(expected);
    }

    private void writeUntilItFails(Store store) {
        try {
            while (true) {
                append(store, written.get());
                written.incrementAndGet();
            }
        } catch (StoreException.Unreachable e) {
            assertThat(e).hasMessageContaining("127.0.0.1");
        }
    }

    private static void append(Store store, int number) {
        Optional<VersionLabel> base = number == 0 ? Optional.empty() : Optional.of(label(number - 1));
        store.append(new NewVersion(
                ID, base, label(number), content(number), "ada", "", Set.of("t" + number), Optional.empty()));
    }

    private static VersionLabel label(int number) {
        return new VersionLabel("1." + number + ".0");
    }

    private static Content content(int number) {
        return Content.plain(("Text " + number + ". ").repeat(200));
    }

    /// The last write, whose answer never came, is wholly there or not at all.
    private void assertWhole(Store store) {
        List<VersionInfo> versions = store.versions(ID);
        assertThat(versions.size()).isBetween(written.get(), written.get() + 1);
        written.set(versions.size());
        for (int number = 0; number < versions.size(); number++) {
            assertThat(store.get(ID, label(number)).content()).isEqualTo(content(number));
            assertThat(store.get(ID, label(number)).info().tags()).containsExactly("t" + number);
        }
        assertThat(store.check().problems()).isEmpty();
    }
}
