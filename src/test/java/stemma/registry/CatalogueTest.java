package stemma.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.registry.Catalogue.Filter;
import stemma.registry.Catalogue.Order;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Promotion;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.memory.MemoryStoreDriver;

class CatalogueTest {
    private final Store store = new MemoryStoreDriver().open(StoreUri.of("memory", ""), Opening.at(Clock.systemUTC()));
    private final Catalogue catalogue = new Catalogue(store);

    @BeforeEach
    void fill() {
        add("support/greeting", "Warm hello", Set.of("launch", "chat"));
        add("support/triage", "", Set.of("chat"));
        add("writing/summary", "Meeting summary", Set.of());
        store.promote(new Promotion(
                new PromptId("support/triage"),
                Stage.PRODUCTION,
                Optional.empty(),
                Optional.of(VersionLabel.FIRST),
                Act.by("ada", "")));
        catalogue.reload(() -> false);
    }

    @Test
    void whoListsWhileAllIsReadAgainMissesNothing() throws InterruptedException {
        AtomicBoolean isDone = new AtomicBoolean();
        Thread reading = new Thread(() -> {
            for (int i = 0; i < 20_000; i++) {
                catalogue.reload(() -> false);
            }
            isDone.set(true);
        });
        reading.start();
        int least = 3;
        while (!isDone.get()) {
            least = Math.min(least, catalogue.list(Filter.NONE, Order.ID).size());
        }
        reading.join();
        assertThat(least).isEqualTo(3);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void add(String id, String title, Set<String> tags) {
        store.append(new NewVersion(
                new PromptId(id),
                Optional.empty(),
                VersionLabel.FIRST,
                Content.plain("text").withTitle(title),
                "ada",
                "",
                tags,
                Optional.empty()));
    }

    @Test
    void everyWordMustBeFoundInIdTitleOrTags() {
        assertThat(ids(words("SUPPORT chat"))).containsExactly("support/greeting", "support/triage");
        assertThat(ids(words("hello launch"))).containsExactly("support/greeting");
        assertThat(ids(words("hello summary"))).isEmpty();
        assertThat(ids(words("  "))).hasSize(3);
    }

    @Test
    void promptsFoundByTheirTextAreListedToo() {
        Filter filter = new Filter(
                List.of("refund"), Optional.empty(), new TreeSet<>(), Set.of(new PromptId("writing/summary")));
        assertThat(ids(filter)).containsExactly("writing/summary");
    }

    @Test
    void stageAndTagsNarrowFurther() {
        assertThat(ids(new Filter(List.of(), Optional.of(Stage.PRODUCTION), new TreeSet<>(), Set.of())))
                .containsExactly("support/triage");
        assertThat(ids(new Filter(List.of(), Optional.empty(), new TreeSet<>(Set.of("chat", "launch")), Set.of())))
                .containsExactly("support/greeting");
    }

    @Test
    void aPromptWithoutATitleIsSortedByItsName() {
        assertThat(catalogue.list(Filter.NONE, Order.TITLE))
                .extracting(summary -> summary.id().name())
                .containsExactly("summary", "triage", "greeting");
    }

    @Test
    void aReloadForgetsWhatIsGoneAndARefreshReadsOnePrompt() {
        store.deletePrompt(new PromptId("support/triage"), Act.by("ada", ""));
        assertThat(catalogue.size()).isEqualTo(3);
        catalogue.reload(() -> false);
        assertThat(catalogue.size()).isEqualTo(2);
        add("new", "", Set.of());
        catalogue.refresh(new PromptId("new"));
        assertThat(catalogue.find(new PromptId("new"))).isPresent();
    }

    @Test
    void tagsInUseAreCounted() {
        assertThat(catalogue.tags()).containsEntry("chat", 2).containsEntry("launch", 1).hasSize(2);
        assertThat(catalogue.stages()).containsExactly(Stage.STAGING, Stage.PRODUCTION);
    }

    private static Filter words(String typed) {
        return new Filter(Filter.words(typed), Optional.empty(), new TreeSet<>(), Set.of());
    }

    private List<String> ids(Filter filter) {
        return catalogue.list(filter, Order.ID).stream()
                .map(PromptSummary::id)
                .map(PromptId::value)
                .toList();
    }
}
