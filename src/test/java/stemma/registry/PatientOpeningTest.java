package stemma.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.store.Opening;
import stemma.store.Query;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;

class PatientOpeningTest {
    private final Stores stores = Stores.discovered(Opening.at(Clock.systemUTC()));

    @TempDir
    Path folder;

    private StoreUri uri() {
        return StoreUri.of("h2", folder.resolve("prompts").toString());
    }

    @Test
    void aStoreInUseIsOpenedAsSoonAsItIsFree() throws Exception {
        Store other = stores.open(uri());
        CountDownLatch tried = new CountDownLatch(1);
        Thread leaving = Thread.ofPlatform().start(() -> {
            try {
                tried.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            other.close();
        });
        try (Store store = PatientOpening.open(stores, uri(), () -> {
            tried.countDown();
            return false;
        })) {
            assertThat(store.list(Query.all()).items()).isEmpty();
        }
        assertThat(tried.getCount()).as("it was in use at first").isZero();
        leaving.join();
    }

    @Test
    void waitingCanBeCancelled() {
        try (Store _ = stores.open(uri())) {
            assertThatThrownBy(() -> PatientOpening.open(stores, uri(), () -> true))
                    .isInstanceOf(CancellationException.class);
        }
    }
}
