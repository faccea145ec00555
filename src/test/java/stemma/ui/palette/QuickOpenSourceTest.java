package stemma.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.registry.Catalogue;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Promotion;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.memory.MemoryStoreDriver;

class QuickOpenSourceTest {
    private static final VersionLabel V1 = new VersionLabel("1.0.0");
    private static final VersionLabel V12 = new VersionLabel("1.2.0");

    private final Store store = new MemoryStoreDriver().open(StoreUri.of("memory", ""), Opening.at(Clock.systemUTC()));
    private final Catalogue catalogue = new Catalogue(store);
    private final List<String> opened = new ArrayList<>();
    private final QuickOpenSource source = new QuickOpenSource(catalogue, store, new QuickOpenSource.Target() {
        @Override
        public void open(PromptId prompt) {
            opened.add(prompt.value());
        }

        @Override
        public void open(PromptId prompt, VersionLabel version) {
            opened.add(prompt.value() + " " + version.value());
        }

        @Override
        public void narrow(String tag) {
            opened.add("#" + tag);
        }
    });

    @BeforeEach
    void fill() {
        PromptId greeting = add("support/greeting", "Warm hello");
        store.append(NewVersion.onTop(greeting, V1, V12, Content.plain("two").withTitle("Warm hello"), "ada", "warmer"));
        store.setTags(greeting, V1, Set.of("launch"));
        store.promote(new Promotion(greeting, Stage.PRODUCTION, Optional.empty(), Optional.of(V1), Act.by("ada", "")));
        add("support/triage", "");
        add("writing/chapter-12", "Long text");
        catalogue.reload(() -> false);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private PromptId add(String id, String title) {
        PromptId prompt = new PromptId(id);
        store.append(NewVersion.first(prompt, V1, Content.plain("one").withTitle(title), "ada", "first"));
        return prompt;
    }

    private List<String> find(String typed, String... recent) {
        return source.find(typed, List.of(recent), () -> false).stream()
                .map(PaletteRow::text)
                .toList();
    }

    @Test
    void promptsAreFoundByIdAndTitle() {
        assertThat(find("greet")).containsExactly("support/greeting");
        assertThat(find("sg")).startsWith("support/greeting");
        assertThat(find("warm")).containsExactly("support/greeting");
    }

    @Test
    void nothingTypedShowsWhatWasOpenedLatelyFirst() {
        assertThat(find("", "writing/chapter-12")).containsExactly(
                "writing/chapter-12", "support/triage", "support/greeting");
    }

    @Test
    void aLabelAfterThePromptFindsItsVersions() {
        assertThat(find("greet 1.2")).containsExactly("support/greeting 1.2.0");
        assertThat(find("greet 1")).containsExactly("support/greeting 1.2.0", "support/greeting 1.0.0");
        assertThat(find("greet@1.0")).containsExactly("support/greeting 1.0.0");
    }

    @Test
    void aNumberMayBePartOfAName() {
        assertThat(find("chapter 12")).containsExactly("writing/chapter-12");
    }

    @Test
    void aStageAfterThePromptFindsTheVersionItHolds() {
        assertThat(find("greet@prod")).containsExactly("support/greeting 1.0.0");
        assertThat(find("@production")).containsExactly("support/greeting 1.0.0");
        assertThat(find("triage@production")).isEmpty();
    }

    @Test
    void theSignOfTagsAloneListsTags() {
        assertThat(find("#")).containsExactly("#launch");
        assertThat(find("greet #")).contains("support/greeting");
    }

    @Test
    void aTagIsFoundWithItsPrompts() {
        assertThat(find("#lau")).containsExactly("#launch", "support/greeting");
        assertThat(find("greet #launch")).containsExactly("support/greeting 1.0.0", "support/greeting");
        assertThat(find("#none")).isEmpty();
    }

    @Test
    void rowsOpenWhatTheySay() {
        source.find("greet@prod", List.of(), () -> false).getFirst().action().run();
        source.find("#lau", List.of(), () -> false).getFirst().action().run();
        source.find("triage", List.of(), () -> false).getFirst().action().run();
        assertThat(opened).containsExactly("support/greeting 1.0.0", "#launch", "support/triage");
    }
}
