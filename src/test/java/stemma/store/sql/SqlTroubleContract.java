package stemma.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.store.NewVersion;
import stemma.store.Query;
import stemma.store.Store;
import stemma.store.StoreException;

/// What every store in a database does when it is interrupted, closed or given too much.
@Timeout(60)
public abstract class SqlTroubleContract {
    private static final VersionLabel V1 = VersionLabel.FIRST;

    /// Opens the store of this test: the same place again when called twice in one test, empty at first.
    protected abstract Store open();

    protected static NewVersion first(String id) {
        return NewVersion.first(new PromptId(id), V1, Content.plain("text of " + id), "ada", "");
    }

    @Test
    void anInterruptedCallerIsServedAndStaysInterrupted() {
        try (Store store = open()) {
            Thread.currentThread().interrupt();
            store.append(first("a"));
            assertThat(store.get(new PromptId("a"), V1).content()).isEqualTo(Content.plain("text of a"));
            assertThat(Thread.interrupted()).isTrue();
            Thread.currentThread().interrupt();
        }
        assertThat(Thread.interrupted()).as("closing keeps the interrupt too").isTrue();
    }

    @Test
    void noInterruptReachesTheDatabase() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        try (Store store = open()) {
            List<Thread> callers = new ArrayList<>();
            List<Throwable> problems = new ArrayList<>();
            for (int caller = 0; caller < 4; caller++) {
                String name = "caller" + caller + "/";
                callers.add(Thread.ofPlatform().start(() -> {
                    try {
                        for (int i = 0; !enough.get(); i++) {
                            store.append(first(name + i));
                            store.get(new PromptId(name + i), V1);
                        }
                    } catch (Throwable e) {
                        problems.add(e);
                    }
                }));
            }
            long end = System.nanoTime() + 700_000_000L;
            while (System.nanoTime() < end) {
                callers.forEach(Thread::interrupt);
                Thread.onSpinWait();
            }
            enough.set(true);
            for (Thread caller : callers) {
                caller.join();
            }
            assertThat(problems).isEmpty();
            assertThat(store.check().problems()).isEmpty();
        }
    }

    @Test
    void closingWaitsForCallsAndKeepsWhatTheyWrote() throws Exception {
        Store store = open();
        int callers = 6;
        List<Integer> written = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(callers)) {
            List<Future<Integer>> futures = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                String name = "caller" + caller + "/";
                Callable<Integer> work = () -> {
                    for (int i = 0; ; i++) {
                        try {
                            store.append(first(name + i));
                        } catch (StoreException.Closed e) {
                            return i;
                        }
                    }
                };
                futures.add(threads.submit(work));
            }
            Thread.sleep(150);
            store.close();
            for (Future<Integer> future : futures) {
                written.add(future.get());
            }
        }
        try (Store again = open()) {
            long all = written.stream().mapToInt(Integer::intValue).sum();
            assertThat(again.count().versions()).isEqualTo(all);
            assertThat(again.check().problems()).isEmpty();
        }
    }

    @Test
    void aSearchFindsWhatStandsAcrossTheRowsOfALongText() {
        String needle = "NEEDLE in a haystack ".repeat(50);
        String hay = "日本語👩‍👩‍👧 hay ".repeat(40_000);
        try (Store store = open()) {
            for (int at : new int[] {0, 299_990, 399_000, 399_999, 400_001, hay.length() - 40}) {
                int place = Character.isLowSurrogate(hay.charAt(at)) ? at + 1 : at;
                Content content = Content.plain(hay.substring(0, place) + needle + at + "!" + hay.substring(place));
                PromptId id = new PromptId("at-" + at);
                store.append(NewVersion.first(id, V1, content, "", ""));
                assertThat(store.get(id, V1).content()).isEqualTo(content);
                assertThat(store.list(Query.all().withText(needle.toLowerCase() + at + "!")).items())
                        .singleElement()
                        .satisfies(summary -> assertThat(summary.id()).isEqualTo(id));
            }
            assertThatThrownBy(() -> store.list(Query.all().withText("x".repeat(200_000))))
                    .isInstanceOf(StoreException.Invalid.class);
            assertThat(store.check().problems()).isEmpty();
        }
    }

    @Test
    void aTitleTooLongForTheStoreIsRefusedWhole() {
        try (Store store = open()) {
            Content content = Content.plain("x").withTitle("t".repeat(500_000));
            assertThatThrownBy(() -> store.append(NewVersion.first(new PromptId("a"), V1, content, "", "")))
                    .isInstanceOf(StoreException.Invalid.class);
            assertThat(store.find(new PromptId("a"))).isEmpty();
        }
    }

    @Test
    void aBulkAppendThatFailsKeepsWholeVersionsOnly() {
        try (Store store = open()) {
            List<NewVersion> versions = new ArrayList<>();
            for (int i = 0; i < 2_500; i++) {
                versions.add(first("p" + i));
            }
            versions.add(new NewVersion(
                    new PromptId("p1"), Optional.empty(), V1, Content.plain("x"), "", "", Set.of(), Optional.empty()));
            assertThatThrownBy(() -> store.appendAll(versions)).isInstanceOf(StoreException.Conflict.class);
            assertThat(store.count().prompts()).isEqualTo(2_000);
            assertThat(store.check().problems()).isEmpty();
        }
    }
}
