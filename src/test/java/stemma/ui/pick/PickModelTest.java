package stemma.ui.pick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Query;
import stemma.store.Store;
import stemma.store.StoreException;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.store.memory.MemoryStoreDriver;
import stemma.ui.common.DirectTasks;

class PickModelTest {
    private static final PromptId GREETING = new PromptId("support/greeting");
    private static final PromptId TRIAGE = new PromptId("support/triage");

    @TempDir
    private Path folder;

    private final Store home = new MemoryStoreDriver().open(StoreUri.of("memory", "home"), Opening.at(Clock.systemUTC()));
    private final List<Store> opened = new ArrayList<>();

    private static void fill(Store store) {
        store.append(NewVersion.first(GREETING, VersionLabel.FIRST, Content.plain("Hello"), "ada", ""));
        store.append(NewVersion.onTop(
                GREETING, VersionLabel.FIRST, new VersionLabel("1.1.0"), Content.plain("Hello!"), "ada", ""));
        store.append(NewVersion.first(TRIAGE, VersionLabel.FIRST, Content.plain("Sort"), "ada", ""));
    }

    private PickModel model() {
        PickModel model = new PickModel(
                new DirectTasks(),
                home,
                uri -> {
                    Store store = Stores.discovered().open(uri);
                    opened.add(store);
                    return store;
                },
                GREETING);
        model.open(model.homeAddress());
        return model;
    }

    private List<String> prompts(PickModel model) {
        return model.prompts().stream().map(prompt -> prompt.id().value()).toList();
    }

    @Test
    void startsWithTheNewestVersionOfThePromptInTheOpenStore() {
        fill(home);
        PickModel model = model();

        assertThat(prompts(model)).containsExactly("support/greeting", "support/triage");
        assertThat(model.versionProperty().get().orElseThrow().label()).hasToString("1.1.0");
        List<PickModel.Picked> picked = new ArrayList<>();
        model.take(picked::add);
        assertThat(picked.getFirst().isForeign()).isFalse();
        assertThat(picked.getFirst().version().content()).isEqualTo(Content.plain("Hello!"));
    }

    @Test
    void anotherPromptShowsItsVersions() {
        fill(home);
        PickModel model = model();
        model.promptProperty().set(Optional.of(TRIAGE));

        assertThat(model.versions()).hasSize(1);
        assertThat(model.versionProperty().get().orElseThrow().prompt()).isEqualTo(TRIAGE);
    }

    @Test
    void theFilterNarrowsThePrompts() {
        fill(home);
        PickModel model = model();
        model.filterProperty().set("tri");
        assertThat(prompts(model)).containsExactly("support/triage");
        model.filterProperty().set("");
        assertThat(prompts(model)).hasSize(2);
    }

    @Test
    void anotherStoreIsOpenedAndClosedAgain() {
        String address = "file:" + folder.resolve("other");
        try (Store other = Stores.discovered().open(StoreUri.parse(address))) {
            fill(other);
        }
        PickModel model = model();
        assertThat(prompts(model)).isEmpty();
        model.open(address);
        assertThat(prompts(model)).hasSize(2);
        List<PickModel.Picked> picked = new ArrayList<>();
        model.take(picked::add);
        assertThat(picked.getFirst().isForeign()).isTrue();
        assertThat(picked.getFirst().store()).hasToString(address);
        model.close();

        assertThatThrownBy(() -> opened.getFirst().list(Query.all())).isInstanceOf(StoreException.Closed.class);
        assertThat(home.list(Query.all()).items()).isEmpty();
    }

    @Test
    void anAddressThatCannotBeOpenedSaysWhyAndTheOpenStoreCanBeChosenAgain() {
        fill(home);
        PickModel model = model();
        model.open("nowhere");
        assertThat(model.problemProperty().get()).contains("nowhere");
        model.open("nosuch:store");
        assertThat(model.problemProperty().get()).contains("nosuch");
        assertThat(model.canTake().get()).isFalse();
        model.open(model.homeAddress());
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(prompts(model)).hasSize(2);
    }
}
