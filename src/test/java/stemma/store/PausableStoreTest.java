package stemma.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.store.h2.H2StoreDriver;
import stemma.store.memory.MemoryStoreDriver;

/// A store that gives its file away for a while. Who waits for it cannot be interrupted, so each test has a thread of
/// its own.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PausableStoreTest {
    private static final NewVersion GREETING =
            NewVersion.first(new PromptId("greeting"), VersionLabel.FIRST, Content.plain("Hello."), "ada", "");

    private final List<Store> opened = new ArrayList<>();

    @TempDir
    Path folder;

    private PausableStore open() {
        StoreUri uri = StoreUri.of("h2", folder.resolve("prompts").toString());
        Supplier<Store> opener = () -> {
            Store store = new H2StoreDriver().open(uri, Opening.at(Clock.systemUTC()));
            opened.add(store);
            return store;
        };
        return new PausableStore(opener.get(), opener);
    }

    @AfterEach
    void close() {
        opened.forEach(Store::close);
    }

    @Test
    void itGivesItsFileAwayAndComesBackToWhoeverHasIt() {
        PausableStore store = open();
        List<StoreChange> heard = new ArrayList<>();
        store.watch(heard::add);
        store.pause();
        assertThat(store.uri().scheme()).isEqualTo("h2");
        assertThat(store.can(Capability.APPEND)).isTrue();
        assertThat(store.awaySince()).isEmpty();
        try (PausableStore other = open()) {
            other.append(GREETING);
        }
        store.resume();

        assertThat(store.versions(GREETING.prompt())).hasSize(1);
        heard.clear();
        store.deletePrompt(GREETING.prompt(), Act.by("ada", ""));
        assertThat(heard).contains(StoreChange.of(GREETING.prompt()));
    }

    @Test
    void whoAsksMeanwhileWaits() throws Exception {
        PausableStore store = open();
        store.append(GREETING);
        store.pause();
        CompletableFuture<Statistics> asked = CompletableFuture.supplyAsync(store::count);
        assertThatThrownBy(() -> asked.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        store.resume();
        assertThat(asked.get(10, TimeUnit.SECONDS).versions()).isOne();
    }

    /// A store whose count takes until a test lets it go on.
    private static final class SlowStore extends ForwardingStore {
        private final Store store =
                new MemoryStoreDriver().open(StoreUri.of("memory", "slow"), Opening.at(Clock.systemUTC()));
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        protected Store store() {
            return store;
        }

        @Override
        public Statistics count() {
            asked.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return super.count();
        }
    }

    private static PausableStore once(Store store) {
        return new PausableStore(store, () -> {
            throw new AssertionError("it is never opened again");
        });
    }

    /// Lets a store be closed for a while, and returns when that waits for something or is done.
    private static Thread pausing(PausableStore store) {
        Thread pausing = Thread.ofPlatform().start(store::pause);
        while (pausing.getState() != Thread.State.WAITING && pausing.isAlive()) {
            Thread.onSpinWait();
        }
        return pausing;
    }

    @Test
    void aReadUnderWayIsNotCutOff() throws Exception {
        SlowStore slow = new SlowStore();
        PausableStore store = once(slow);
        store.append(GREETING);
        CompletableFuture<Statistics> reading = CompletableFuture.supplyAsync(store::count);
        slow.asked.await();
        Thread pausing = pausing(store);
        slow.goOn.countDown();
        assertThat(reading.join().versions()).isOne();
        pausing.join();
        assertThatThrownBy(() -> slow.find(GREETING.prompt())).isInstanceOf(StoreException.Closed.class);
    }

    @Test
    void whatACallAsksOnItsWayDoesNotWaitForThatCall() throws Exception {
        SlowStore slow = new SlowStore();
        slow.goOn.countDown();
        PausableStore store = once(slow);
        List<Thread> pausing = new ArrayList<>();
        store.watch(change -> {
            pausing.add(pausing(store));
            assertThat(store.count().versions()).isOne();
        });
        store.append(GREETING);
        pausing.getFirst().join();
        assertThat(pausing).hasSize(1);
    }

    @Test
    void theEndOfTheStoreDoesNotWaitForAReadUnderWay() throws Exception {
        SlowStore slow = new SlowStore();
        PausableStore store = once(slow);
        CompletableFuture<Statistics> reading = CompletableFuture.supplyAsync(store::count);
        slow.asked.await();
        Thread pausing = pausing(store);
        store.close();
        pausing.join();
        slow.goOn.countDown();
        assertThatThrownBy(reading::join).hasCauseInstanceOf(StoreException.Closed.class);
    }

    @Test
    void whoWaitsHearsOfItsEnd() {
        PausableStore store = open();
        store.pause();
        CompletableFuture<Statistics> asked = CompletableFuture.supplyAsync(store::count);
        store.close();
        assertThatThrownBy(asked::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StoreException.Closed.class);
        store.resume();
        assertThatThrownBy(store::count).isInstanceOf(StoreException.Closed.class);
    }

    @Test
    void whereItCannotBeOpenedItStaysAwayUntilItCan() {
        PausableStore store = open();
        store.pause();
        try (PausableStore other = open()) {
            assertThatThrownBy(store::resume).isInstanceOf(StoreException.Unreachable.class);
            other.append(GREETING);
        }
        store.resume();
        assertThat(store.count().prompts()).isOne();
    }

    @Nested
    class Contract extends StoreContract {
        @Override
        protected Store open(Clock contractClock) {
            return new PausableStore(
                    new MemoryStoreDriver().open(StoreUri.of("memory", "pausable"), Opening.at(contractClock)),
                    () -> {
                        throw new AssertionError("it is never paused");
                    });
        }

        @Override
        protected boolean isDurable() {
            return false;
        }
    }
}
