package stemma.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import stemma.TestClock;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.memory.MemoryStoreDriver;

/// What the answers of a store far away are good for.
class CachedStoreTest {
    private static final PromptId GREETING = new PromptId("support/greeting");
    private static final PromptId OTHER = new PromptId("support/other");
    private static final VersionLabel SECOND = new VersionLabel("1.1.0");
    private static final NewVersion BY_BO =
            NewVersion.onTop(GREETING, VersionLabel.FIRST, SECOND, Content.plain("Hello!"), "bo", "");

    private final TestClock clock = TestClock.at(Instant.parse("2026-03-01T09:00:00Z"));
    private final Store memory =
            new MemoryStoreDriver().open(StoreUri.of("memory", "far"), Opening.at(Clock.systemUTC()));
    private final FarStore far = new FarStore(memory);
    private final Store store = new CachedStore(far.store(), clock, Duration.ofSeconds(30));

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aServerThatAnswersOnceMoreAndGoesAwayAgainLosesNothingThatWasKnown() {
        fill(store);
        store.versions(GREETING);
        store.find(GREETING);
        store.untold(Optional.of(GREETING));
        far.setAway(true);
        pass(60);
        store.versions(GREETING);
        far.setAway(false);
        store.list(Query.all());
        assertThat(store.awaySince()).as("it answered").isEmpty();
        far.setAway(true);

        assertThat(store.versions(GREETING)).hasSize(1);
        assertThat(store.find(GREETING)).isPresent();
        assertThat(store.untold(Optional.of(GREETING))).isEmpty();
        assertThat(store.awaySince()).isPresent();
    }

    @Test
    void whatAnotherAuthorChangedJustBeforeTheServerWentAwayIsStillKnownAsItWas() {
        fill(store);
        store.versions(GREETING);
        memory.append(BY_BO);
        far.setAway(true);

        assertThat(store.versions(GREETING)).hasSize(1);
        assertThat(store.awaySince()).as("it was asked").isPresent();
    }

    private static void fill(Store store) {
        store.append(NewVersion.first(GREETING, VersionLabel.FIRST, Content.plain("Hello"), "ada", ""));
    }

    private void pass(int seconds) {
        clock.pass(Duration.ofSeconds(seconds));
    }

    @Test
    void whatWasJustAskedIsAnsweredWithoutTheServer() {
        fill(store);
        far.takeCalls();
        for (int i = 0; i < 3; i++) {
            store.list(Query.all());
            store.find(GREETING);
            store.versions(GREETING);
            store.get(GREETING, VersionLabel.FIRST);
            store.inStage(GREETING, Stage.PRODUCTION);
            store.history(Optional.empty(), 0, 10);
            store.count();
        }
        assertThat(far.takeCalls()).isEqualTo(7);
        pass(31);
        store.find(GREETING);
        assertThat(far.takeCalls()).isEqualTo(1);
    }

    @Test
    void writesMakeTheAnswersAboutTheirPromptForgotten() {
        fill(store);
        store.append(NewVersion.first(OTHER, VersionLabel.FIRST, Content.plain("Other"), "ada", ""));
        store.find(GREETING);
        store.versions(OTHER);
        store.list(Query.all());
        far.takeCalls();
        store.setTags(GREETING, VersionLabel.FIRST, Set.of("launch"));
        assertThat(store.find(GREETING).orElseThrow().tags()).containsExactly("launch");
        assertThat(store.list(Query.all()).items().getFirst().tags()).containsExactly("launch");
        store.versions(OTHER);
        assertThat(far.takeCalls()).as("the write, and what it made forgotten").isEqualTo(3);
    }

    @Test
    void aChangeThatTheServerReportsMakesTheAnswersForgotten() {
        fill(store);
        assertThat(store.find(GREETING).orElseThrow().versionCount()).isEqualTo(1);
        memory.append(BY_BO);
        assertThat(store.find(GREETING).orElseThrow().versionCount()).isEqualTo(2);
    }

    @Test
    void whatIsReallyNotThereIsRememberedAndOtherFailuresAreNot() {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> store.versions(GREETING)).isInstanceOf(StoreException.NotFound.class);
        }
        assertThat(far.takeCalls()).isEqualTo(1);
        fill(store);
        assertThat(store.versions(GREETING)).hasSize(1);
        far.setAway(true);
        assertThatThrownBy(() -> store.versions(OTHER)).isInstanceOf(StoreException.Unreachable.class);
        far.takeCalls();
        assertThatThrownBy(() -> store.versions(OTHER)).isInstanceOf(StoreException.Unreachable.class);
        assertThat(far.takeCalls()).isEqualTo(1);
    }

    @Test
    void whileTheServerIsAwayTheLastKnownIsToldAndMarked() {
        fill(store);
        store.list(Query.all());
        store.get(GREETING, VersionLabel.FIRST);
        List<StoreChange> heard = new CopyOnWriteArrayList<>();
        store.watch(heard::add);
        assertThat(store.awaySince()).isEmpty();
        far.setAway(true);
        pass(60);

        assertThat(store.list(Query.all()).items()).hasSize(1);
        assertThat(store.get(GREETING, VersionLabel.FIRST).content()).isEqualTo(Content.plain("Hello"));
        assertThat(store.awaySince()).contains(clock.now());
        assertThat(heard).containsExactly(StoreChange.anything());
        assertThatThrownBy(() -> store.append(BY_BO))
                .isInstanceOf(StoreException.Unreachable.class);
        assertThat(store.list(Query.all()).items()).as("a failed write does not lose what is known").hasSize(1);
    }

    @Test
    void whenTheServerIsBackItIsAskedAgain() throws Exception {
        fill(store);
        store.find(GREETING);
        far.setAway(true);
        pass(60);
        store.find(GREETING);
        memory.append(BY_BO);
        List<StoreChange> heard = new ArrayList<>();
        store.watch(change -> {
            synchronized (heard) {
                heard.add(change);
                heard.notifyAll();
            }
        });
        far.setAway(false);
        synchronized (heard) {
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (heard.isEmpty() && System.nanoTime() < end) {
                heard.wait(1_000);
            }
        }
        assertThat(store.awaySince()).isEmpty();
        assertThat(store.find(GREETING).orElseThrow().versionCount()).isEqualTo(2);
    }

    @Test
    void aWriteThatTheServerTakesTellsThatItIsBack() {
        fill(store);
        store.versions(GREETING);
        far.setAway(true);
        pass(60);
        store.versions(GREETING);
        List<StoreChange> heard = new CopyOnWriteArrayList<>();
        store.watch(heard::add);
        far.setAway(false);

        store.append(BY_BO);

        assertThat(store.awaySince()).isEmpty();
        assertThat(store.versions(GREETING)).hasSize(2);
        assertThat(heard).contains(StoreChange.anything());
    }

    @Test
    void aWriteThatTheServerRefusesTellsThatItIsBackToo() {
        fill(store);
        store.versions(GREETING);
        far.setAway(true);
        pass(60);
        store.versions(GREETING);
        memory.append(BY_BO);
        far.setAway(false);

        assertThatThrownBy(() -> store.append(NewVersion.onTop(
                        GREETING, VersionLabel.FIRST, SECOND, Content.plain("Hello, you"), "ada", "")))
                .isInstanceOf(StoreException.Conflict.class);

        assertThat(store.awaySince()).isEmpty();
        assertThat(store.versions(GREETING)).as("with what was in the way").hasSize(2);
    }

    @Test
    void whatIsRefusedWithoutAskingTheServerTellsNothing() {
        fill(store);
        store.versions(GREETING);
        far.setAway(true);
        pass(60);
        store.versions(GREETING);
        far.setAway(false);
        far.refuse(new StoreException.Invalid(store.uri(), "the label is no version number."));

        assertThatThrownBy(() -> store.append(NewVersion.onTop(
                        GREETING, VersionLabel.FIRST, SECOND, Content.plain("Hello, you"), "ada", "")))
                .isInstanceOf(StoreException.Invalid.class);

        assertThat(store.awaySince()).isPresent();
        far.setAway(true);
        assertThat(store.versions(GREETING)).hasSize(1);
    }

    @Test
    void aQuestionThatTheServerAnswersTellsThatItIsBack() {
        fill(store);
        store.find(GREETING);
        far.setAway(true);
        pass(60);
        store.find(GREETING);
        memory.append(BY_BO);
        far.setAway(false);

        assertThat(store.versions(GREETING)).hasSize(2);

        assertThat(store.awaySince()).isEmpty();
        assertThat(store.find(GREETING).orElseThrow().versionCount()).isEqualTo(2);
    }

    @Test
    void whatIsKeptIsBounded() {
        Answers answers = new Answers(clock, Duration.ofSeconds(30), 1_000);
        int[] asked = {0};
        for (int i = 0; i < 100; i++) {
            answers.ask(new Answers.Question(i, Optional.empty()), _ -> 100, () -> ++asked[0]);
        }
        int kept = 0;
        for (int i = 0; i < 100; i++) {
            kept += answers.lastKnown(new Answers.Question(i, Optional.empty())).isPresent() ? 1 : 0;
        }
        assertThat(kept).isBetween(1, 10);
    }

    @Test
    void anAnswerFromBeforeAWriteIsNotKept() {
        Answers answers = new Answers(clock, Duration.ofSeconds(30), 1_000);
        Answers.Question question = new Answers.Question("find", Optional.of(GREETING));
        answers.ask(question, _ -> 1, () -> {
            answers.forget(GREETING);
            return "old";
        });
        assertThat(answers.lastKnown(question)).isEmpty();
    }

    @Test
    void anAddressSaysHowLongAnswersCount() {
        StoreDriver remote = new StoreDriver() {
            private final StoreDriver memoryDriver = new MemoryStoreDriver();

            @Override
            public String scheme() {
                return "far";
            }

            @Override
            public String title() {
                return "Far";
            }

            @Override
            public List<DriverOption> options() {
                return memoryDriver.options();
            }

            @Override
            public boolean isRemote() {
                return true;
            }

            @Override
            public Store open(StoreUri uri, Opening opening) {
                return memoryDriver.open(uri, opening);
            }
        };
        Stores stores = new Stores(List.of(remote), Opening.at(clock));
        try (Store kept = stores.open(StoreUri.parse("far:a"));
                Store asked = stores.open(StoreUri.parse("far:a?keep=0"))) {
            assertThat(kept).isInstanceOf(CachedStore.class);
            assertThat(asked).isNotInstanceOf(CachedStore.class);
        }
        assertThatThrownBy(() -> stores.open(StoreUri.parse("far:a?keep=long")))
                .isInstanceOf(StoreException.Unsupported.class)
                .hasMessageContaining("keep=long");
    }

    /// A cache keeps every promise of the store behind it.
    @Nested
    class Contract extends StoreContract {
        @Override
        protected Store open(Clock contractClock) {
            return new CachedStore(
                    new MemoryStoreDriver().open(StoreUri.of("memory", "cached"), Opening.at(contractClock)),
                    contractClock,
                    Duration.ofHours(1));
        }

        @Override
        protected boolean isDurable() {
            return false;
        }
    }
}
