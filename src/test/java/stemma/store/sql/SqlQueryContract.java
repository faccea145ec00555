package stemma.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.store.Act;
import stemma.store.GeneratedStore;
import stemma.store.Opening;
import stemma.store.Query;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.memory.MemoryStoreDriver;

/// Whatever is asked, the tables answer what the plain maps of the memory store answer.
public abstract class SqlQueryContract {
    private static final int PROMPTS = 2_500;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-01T00:00:00Z"), ZoneOffset.UTC);

    private final Random random = new Random(5);

    /// Opens an empty store.
    protected abstract Store open(Clock clock);

    @Test
    void anyQueryIsAnsweredAsByTheMemoryStore() {
        try (Store expected = new MemoryStoreDriver().open(StoreUri.of("memory", "x"), Opening.at(CLOCK));
                Store store = open(CLOCK)) {
            GeneratedStore.fill(expected, PROMPTS, 6_000, _ -> {});
            GeneratedStore.fill(store, PROMPTS, 6_000, _ -> {});
            assertThat(store.versions(GeneratedStore.Shape.USUAL.longest())).isEqualTo(expected.versions(GeneratedStore.Shape.USUAL.longest()));
            for (int i = 0; i < 150; i++) {
                Query query = query();
                assertThat(store.list(query)).as(query.toString()).isEqualTo(expected.list(query));
            }
            for (Query.Order order : Query.Order.values()) {
                Query query = Query.all().withOrder(order);
                assertThat(pages(store, query)).isEqualTo(expected.list(query.withPage(0, PROMPTS)).items());
            }
            assertThat(store.check().problems()).isEmpty();
        }
    }

    private static List<PromptSummary> pages(Store store, Query query) {
        return IntStream.range(0, PROMPTS / 100)
                .boxed()
                .flatMap(page -> store.list(query.withPage(page * 100, 100)).items().stream())
                .toList();
    }

    @Test
    void aWriteBetweenTwoPagesIsSeen() {
        try (Store store = open(CLOCK)) {
            GeneratedStore.fill(store, 300, 2_000, _ -> {});
            List<PromptSummary> before = store.list(Query.all().withPage(0, 300)).items();
            store.list(Query.all().withPage(0, 100));
            store.deletePrompt(before.get(10).id(), Act.by("", ""));
            assertThat(store.list(Query.all().withPage(100, 100)).total()).isEqualTo(299);
            assertThat(store.list(Query.all().withPage(100, 1)).items()).containsExactly(before.get(101));
        }
    }

    private Query query() {
        Query query = Query.all().withOrder(any(List.of(Query.Order.values())));
        if (chance(5)) {
            PromptId id = GeneratedStore.Shape.USUAL.of(random.nextInt(PROMPTS));
            query = query.withIdPrefix(any(List.of("", "legal/", id.value(), id.folder(), "zz\uFFFF", "l", "L")));
        }
        if (chance(5)) {
            query = query.withTitle(any(List.of("QUARTERLY", "summary for", "no. 1", "", "100%")));
        }
        if (chance(5)) {
            query = query.withText(any(List.of("Zeppelin", "GRÜSSE", "grüße", "refund policy", "日本語", "/plan/", "_")));
        }
        if (chance(3)) {
            query = query.withStage(any(List.of(Stage.PRODUCTION, Stage.STAGING, new Stage("canary"))));
        }
        if (chance(3)) {
            query = query.withTags(any(List.of(
                    Set.of("reviewed"),
                    Set.of("reviewed", "team-4"),
                    Set.of("golden"),
                    Set.of("team-4", "year-2021"))));
        }
        if (chance(4)) {
            query = query.withAuthor(any(List.of("ada", "hugo", "nobody")));
        }
        if (chance(4)) {
            Instant from = Instant.parse("2024-01-10T00:00:00.000000001Z")
                    .plus(Duration.ofHours(random.nextInt(3_000)));
            query = query.withTime(
                    chance(2) ? Optional.of(from) : Optional.empty(),
                    chance(2) ? Optional.of(from.plus(Duration.ofDays(3))) : Optional.empty());
        }
        return query.withPage(any(List.of(0, 0, 7, 200, 2_400, 9_000)), any(List.of(1, 50, 200, 5_000)));
    }

    private boolean chance(int one) {
        return random.nextInt(one) == 0;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
