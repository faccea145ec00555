package stemma.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.draft.Draft;
import stemma.draft.DraftText;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.registry.Catalogue;
import stemma.registry.Registry;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Promotion;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.memory.MemoryStoreDriver;
import stemma.ui.browser.BrowserModel.State;
import stemma.ui.common.DirectTasks;
import stemma.ui.common.Notices;

class BrowserModelTest {
    @TempDir
    Path drafts;

    private final Store store = new MemoryStoreDriver().open(StoreUri.of("memory", ""), Opening.at(Clock.systemUTC()));
    private final DirectTasks tasks = new DirectTasks();
    private final Notices notices = new Notices();
    private final Map<String, Set<PromptId>> texts = new HashMap<>();
    private Registry registry;
    private BrowserModel model;

    @BeforeEach
    void open() {
        registry = new Registry(store, drafts);
        model = new BrowserModel(registry, typed -> texts.getOrDefault(typed, Set.of()), tasks, notices);
    }

    private void add(String id, String... tags) {
        store.append(new NewVersion(
                new PromptId(id),
                Optional.empty(),
                VersionLabel.FIRST,
                Content.plain(id).withTitle("Title of " + id),
                "ada",
                "",
                Set.of(tags),
                Optional.empty()));
    }

    private void three() {
        add("support/greeting", "chat");
        add("support/triage");
        add("summary", "chat");
        model.load();
    }

    private List<String> rows() {
        return model.shownProperty().get().rows().stream().map(row -> row.id().value()).toList();
    }

    private State state() {
        return model.shownProperty().get().state();
    }

    @Test
    void anEmptyStoreIsSaidToBeEmpty() {
        assertThat(state()).isEqualTo(State.LOADING);
        model.load();
        assertThat(state()).isEqualTo(State.EMPTY);
    }

    @Test
    void promptsAreListedFlatAndInFolders() {
        three();
        assertThat(rows()).containsExactly("summary", "support/greeting", "support/triage");
        FolderTree root = model.shownProperty().get().folders();
        assertThat(root.count()).isEqualTo(3);
        assertThat(root.prompts()).extracting(row -> row.id().value()).containsExactly("summary");
        assertThat(root.folders()).singleElement().satisfies(folder -> {
            assertThat(folder.path()).isEqualTo("support");
            assertThat(folder.count()).isEqualTo(2);
        });
    }

    @Test
    void theListNarrowsWithEachLetter() {
        three();
        model.filterProperty().set("tri");
        assertThat(rows()).containsExactly("support/triage");
        model.filterProperty().set("nothing like it");
        assertThat(state()).isEqualTo(State.NOTHING_FOUND);
        model.clearFilter();
        assertThat(rows()).hasSize(3);
    }

    @Test
    void promptsWhoseTextMatchesAreListed() {
        three();
        texts.put("refund", Set.of(new PromptId("summary")));
        model.filterProperty().set("refund");
        assertThat(rows()).containsExactly("summary");
    }

    @Test
    void stageAndTagChipsNarrow() {
        three();
        store.promote(new Promotion(
                new PromptId("summary"),
                Stage.PRODUCTION,
                Optional.empty(),
                Optional.of(VersionLabel.FIRST),
                Act.by("ada", "")));
        model.refresh(new PromptId("summary"));
        model.tags().add("chat");
        assertThat(rows()).containsExactly("summary", "support/greeting");
        model.stageProperty().set(Optional.of(Stage.PRODUCTION));
        assertThat(rows()).containsExactly("summary");
        assertThat(model.tagCounts()).containsEntry("chat", 2);
    }

    @Test
    void theListIsSorted() {
        three();
        model.orderProperty().set(Catalogue.Order.NEWEST);
        assertThat(rows().getLast()).isEqualTo("support/greeting");
    }

    @Test
    void draftsAreMarkedAndPromptsThatAreOnlyDraftsAreListed() throws Exception {
        registry.drafts()
                .save(new Draft(
                        new PromptId("new/idea"), Optional.empty(), DraftText.of(Content.plain("x")), Instant.now()));
        three();
        assertThat(rows()).containsExactly("new/idea", "summary", "support/greeting", "support/triage");
        assertThat(model.shownProperty().get().rows().getFirst().summary()).isEmpty();
        model.markDraft(new PromptId("summary"), true);
        assertThat(model.shownProperty().get().rows().get(1).hasDraft()).isTrue();
        model.markDraft(new PromptId("summary"), false);
        model.markDraft(new PromptId("new/idea"), false);
        assertThat(rows()).hasSize(3);
    }

    @Test
    void aStoreThatFailsIsTold() {
        store.close();
        model.load();
        assertThat(notices.current()).singleElement().satisfies(notice -> {
            assertThat(notice.isError()).isTrue();
            assertThat(notice.detail().orElseThrow()).contains("closed");
        });
    }

    @Test
    void aStoreThatWasClosedWhileItWasReadAgainIsNoError() {
        three();
        registry.close();
        model.reload();
        model.refresh(new PromptId("summary"));
        assertThat(notices.current()).isEmpty();
    }

    @Test
    void aPromptThatIsNotSavedYetIsCountedAsTheOthers() {
        three();
        model.load();
        model.markDraft(new PromptId("new/idea"), true);
        assertThat(model.shownProperty().get().total()).isEqualTo(4);
        model.filterProperty().set("idea");
        tasks.passTime();
        assertThat(model.shownProperty().get().rows()).hasSize(1);
        assertThat(model.shownProperty().get().total()).isEqualTo(4);
    }
}
