package stemma.transfer.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stemma.prompt.Content;
import stemma.prompt.Message;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Sentence;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.ForwardingStore;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Promotion;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.memory.MemoryStoreDriver;
import stemma.transfer.AllPrompts;
import stemma.transfer.Progress;
import stemma.transfer.copy.CopyOptions;
import stemma.transfer.copy.CountingStore;
import stemma.transfer.copy.StoreCopy;

class DriftReportTest {
    private static final PromptId HELLO = new PromptId("demo/hello");
    private static final VersionLabel V1 = new VersionLabel("1.0.0");
    private static final VersionLabel V2 = new VersionLabel("1.1.0");
    private static final VersionLabel V3 = new VersionLabel("1.2.0");

    private final Store here = memory();
    private final Store there = memory();
    private final List<DriftRow> rows = new ArrayList<>();

    private static Store memory() {
        return new MemoryStoreDriver().open(StoreUri.of("memory", "test"), Opening.at(Clock.systemUTC()));
    }

    private static void append(Store store, PromptId id, VersionLabel label, String text) {
        store.append(new NewVersion(
                id, store.find(id).map(PromptSummary::head), label, Content.chat(new Message("user", text)), "ada",
                "", Set.of(), Optional.empty()));
    }

    private static void move(Store store, Stage stage, VersionLabel to) {
        store.promote(new Promotion(HELLO, stage, Optional.empty(), Optional.of(to), Act.by("ada", "")));
    }

    @BeforeEach
    void startEqual() {
        for (Store store : List.of(here, there)) {
            append(store, HELLO, V1, "one");
            append(store, HELLO, V2, "two");
            move(store, Stage.PRODUCTION, V1);
        }
    }

    private DriftSummary look(Store left, Store right) {
        rows.clear();
        return new DriftReport(left, right).run(rows::addAll, Progress.NONE);
    }

    private DriftRow row() {
        look(here, there);
        return rows.getFirst();
    }

    @Test
    void equalStoresAreEqualWithoutReadingAContent() {
        Store unread = new ForwardingStore() {
            @Override
            protected Store store() {
                return there;
            }

            @Override
            public Version get(PromptId prompt, VersionLabel label) {
                throw new AssertionError("the content of " + prompt + " was read");
            }
        };
        DriftSummary summary = look(here, unread);
        assertThat(summary.isEqual()).isTrue();
        assertThat(summary.prompts()).isEqualTo(1);
        assertThat(rows.getFirst().isEqual()).isTrue();
    }

    @Test
    void promptsOfOneStoreOnlyAreTold() {
        append(here, new PromptId("mine"), V1, "x");
        append(there, new PromptId("theirs"), V1, "x");
        DriftSummary summary = look(here, there);
        assertThat(rows.get(1).differences()).containsExactly(Difference.ONLY_HERE);
        assertThat(rows.getLast().differences()).containsExactly(Difference.ONLY_THERE);
        assertThat(summary.equal()).isEqualTo(1);
        assertThat(rows.get(1).here()).contains(V1);
        assertThat(rows.get(1).there()).isEmpty();
        assertThat(rows.getLast().prompt().value()).isEqualTo("theirs");
    }

    @Test
    void whoIsAheadIsTold() {
        append(here, HELLO, V3, "three");
        assertThat(row().differences()).containsExactly(Difference.AHEAD);
        assertThat(row().here()).contains(V3);
        assertThat(row().there()).contains(V2);
        look(there, here);
        assertThat(rows.getFirst().differences()).containsExactly(Difference.BEHIND);
    }

    @Test
    void otherContentUnderOneLabelIsDivergedAndShown() {
        append(here, HELLO, V3, "mine");
        append(there, HELLO, V3, "theirs");
        assertThat(row().differences()).containsExactly(Difference.DIVERGED);
        assertThat(row().details()).map(Sentence::toString).containsExactly("in common up to 1.1.0");
        assertThat(row().here()).contains(V3);
        assertThat(row().there()).contains(V3);
    }

    @Test
    void anotherStageAndOtherTagsAreToldBesideTheRest() {
        append(here, HELLO, V3, "three");
        move(here, Stage.STAGING, V2);
        there.setTags(HELLO, V1, Set.of("launch"));
        assertThat(row().differences())
                .containsExactly(Difference.AHEAD, Difference.OTHER_STAGE, Difference.OTHER_TAGS);
        assertThat(row().details()).map(Sentence::toString)
                .containsExactly(
                        "1 version more here, up to 1.2.0",
                        "staging: 1.1.0 here, empty there",
                        "tags of 1.0.0: none here, launch there");
    }

    @Test
    void aRowWithAnotherStageComparesWhatTheStageHolds() {
        there.promote(new Promotion(
                HELLO, Stage.PRODUCTION, Optional.of(V1), Optional.of(V2), Act.by("bob", "")));
        assertThat(row().differences()).containsExactly(Difference.OTHER_STAGE);
        assertThat(row().here()).contains(V1);
        assertThat(row().there()).contains(V2);
    }

    @Test
    void aStoreThatCountsAndHoldsLessIsEqualWhenItHoldsAllItCan() {
        Store counting = new CountingStore(memory());
        new StoreCopy(here, counting, new CopyOptions(false, false, "eve"))
                .run(AllPrompts.ids(here, Progress.NONE), _ -> {}, Progress.NONE);
        assertThat(look(here, counting).isEqual()).isTrue();
    }

    @Test
    void rowsComeInPages() {
        for (int i = 0; i < 450; i++) {
            append(here, new PromptId("many/p" + i), V1, "x");
        }
        List<Integer> sizes = new ArrayList<>();
        new DriftReport(here, there).run(page -> sizes.add(page.size()), Progress.NONE);
        assertThat(sizes).hasSizeGreaterThan(2);
        assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(451);
    }
}
