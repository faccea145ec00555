package stemma.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.store.h2.H2StoreDriver;
import stemma.store.memory.MemoryStoreDriver;

/// A store that gives its file away for a while.
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
