package stemma.ui.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.transfer.drift.DriftRow;
import stemma.ui.common.DirectTasks;
import stemma.ui.common.OtherStore;
import stemma.ui.drift.DriftModel.Filter;
import stemma.ui.drift.DriftModel.Pair;

class DriftModelTest {
    private static final PromptId GREETING = new PromptId("support/greeting");
    private static final PromptId MINE = new PromptId("mine");
    private static final PromptId SAME = new PromptId("same");

    @TempDir
    Path folder;

    private final Stores stores = Stores.discovered();
    private final Store home = stores.open(StoreUri.of("memory", "home"));
    private DriftModel model;

    @BeforeEach
    void fillBothStores() {
        StoreUri address = StoreUri.of("file", folder.resolve("other").toString());
        append(home, GREETING, "Hello");
        append(home, MINE, "Mine");
        append(home, SAME, "Same");
        try (Store other = stores.open(address)) {
            append(other, GREETING, "Good morning");
            append(other, SAME, "Same");
        }
        model = new DriftModel(new DirectTasks(), new OtherStore(home, stores::resolve, stores::open, stores::openWithoutMaking));
        model.targetProperty().set(address.toString());
    }

    private static void append(Store store, PromptId id, String text) {
        store.append(NewVersion.first(id, VersionLabel.FIRST, Content.plain(text), "ada", ""));
    }

    @AfterEach
    void close() {
        home.close();
    }

    @Test
    void whatDiffersIsShownFirstAndEverythingWhenAsked() {
        model.look();
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.rows()).extracting(DriftRow::prompt).containsExactly(MINE, GREETING);
        assertThat(model.summaryProperty().get()).isEqualTo("3 prompts: 1 equal, 2 different.");
        model.filterProperty().set(Filter.DIVERGED);
        assertThat(model.rows()).extracting(DriftRow::prompt).containsExactly(GREETING);
        model.filterProperty().set(Filter.ALL);
        assertThat(model.rows()).hasSize(3);
    }

    @Test
    void aRowGivesTheTwoVersionsToCompare() {
        model.look();
        List<Pair> opened = new ArrayList<>();
        model.rows().forEach(row -> model.open(row, opened::add));
        assertThat(opened.getFirst().there()).isEmpty();
        assertThat(opened.getLast().here().orElseThrow().content()).isEqualTo(Content.plain("Hello"));
        assertThat(opened.getLast().there().orElseThrow().content()).isEqualTo(Content.plain("Good morning"));
    }

    @Test
    void aStoreThatCannotBeOpenedIsSaid() {
        model.targetProperty().set("h2:" + folder.resolve("no/such").resolve("?x=1"));
        model.look();
        assertThat(model.problemProperty().get()).isNotEmpty();
        assertThat(model.rows()).isEmpty();
        assertThat(model.busyProperty().get()).isFalse();
    }
}
