package stemma;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import stemma.registry.OpenStores;
import stemma.store.ForwardingStore;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.memory.MemoryStoreDriver;

class WindowStartTest {
    /// Waited for one after the other, these would take ten minutes.
    private static final int HANGING = 300;

    @Test
    @Timeout(120)
    void storesThatHangAreNotWaitedForOneAfterTheOther() {
        CountDownLatch released = new CountDownLatch(1);
        AtomicBoolean closed = new AtomicBoolean();
        OpenStores open = new OpenStores();
        for (int i = 0; i < HANGING; i++) {
            open.opened(closing(() -> {
                try {
                    released.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        open.opened(closing(() -> closed.set(true)));
        try {
            WindowStart.close(open);
        } finally {
            released.countDown();
        }
        assertThat(closed).isTrue();
    }

    private static Store closing(Runnable close) {
        Store store = new MemoryStoreDriver().open(StoreUri.parse("memory:closing"), Opening.at(Clock.systemUTC()));
        return new ForwardingStore() {
            @Override
            protected Store store() {
                return store;
            }

            @Override
            public void close() {
                close.run();
            }
        };
    }
}
