package stemma.ui.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.util.Subscription;
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
import stemma.ui.common.DirectTasks;
import stemma.ui.common.OtherStore;
import stemma.ui.copy.CopyModel.Filter;
import stemma.ui.copy.CopyModel.State;

class CopyModelTest {
    private static final PromptId GREETING = new PromptId("support/greeting");
    private static final PromptId DEVICE = new PromptId("con");

    @TempDir
    Path folder;

    private final Stores stores = Stores.discovered();
    private final Store home = stores.open(StoreUri.of("memory", "home"));
    private CopyModel model;
    private String address;

    @BeforeEach
    void fillTheOpenStore() {
        for (PromptId id : List.of(GREETING, DEVICE)) {
            home.append(NewVersion.first(id, VersionLabel.FIRST, Content.plain("Hello"), "ada", ""));
        }
        address = "file:" + folder.resolve("other");
        model = new CopyModel(
                new DirectTasks(),
                new OtherStore(home, stores::resolve, stores::open, stores::openWithoutMaking),
                List.of(DEVICE, GREETING),
                List.of(GREETING),
                "ada");
        model.targetProperty().set(address);
    }

    @AfterEach
    void close() {
        home.close();
    }

    private boolean isThere(PromptId id) {
        try (Store other = stores.open(StoreUri.parse(address))) {
            return other.find(id).isPresent();
        }
    }

    @Test
    void lookingShowsWhatWouldHappenAndWritesNothing() {
        model.look();
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(model.state()).isEqualTo(State.PLANNED);
        assertThat(model.items()).extracting(item -> item.prompt().orElseThrow()).containsExactly(DEVICE, GREETING);
        assertThat(CopyModel.explain(model.items().getFirst())).contains("device");
        assertThat(model.summaryProperty().get()).startsWith("1 version would be added");
        assertThat(model.canCopy().get()).isTrue();
        assertThat(isThere(GREETING)).isFalse();
    }

    @Test
    void copyingShowsWhatHappened() {
        model.look();
        model.copy();
        assertThat(model.state()).isEqualTo(State.DONE);
        assertThat(model.summaryProperty().get()).startsWith("1 version was added");
        assertThat(model.progressProperty().get()).isEqualTo(1);
        assertThat(isThere(GREETING)).isTrue();
        assertThat(isThere(DEVICE)).isFalse();
    }

    @Test
    void aCopyThatIsStoppedSaysSoAndGoesOnWhenItIsAskedForAgain() {
        PromptId last = new PromptId("z/last");
        home.append(NewVersion.first(last, VersionLabel.FIRST, Content.plain("Bye"), "ada", ""));
        model.look();
        Subscription stopping = model.progressProperty().subscribe(done -> {
            if (done.doubleValue() > 0) {
                model.stop();
            }
        });
        model.copy();
        stopping.unsubscribe();
        assertThat(model.summaryProperty().get()).startsWith("Stopped");
        assertThat(isThere(last)).isFalse();

        model.look();
        model.copy();
        assertThat(model.summaryProperty().get()).doesNotStartWith("Stopped");
        assertThat(isThere(last)).isTrue();
        assertThat(isThere(GREETING)).isTrue();
    }

    @Test
    void onlyTheChosenPromptsAreCopiedWhenThatIsWanted() {
        model.onlyChosenProperty().set(true);
        model.look();
        assertThat(model.items()).extracting(item -> item.prompt().orElseThrow()).containsExactly(GREETING);
        model.chosen().clear();
        model.look();
        assertThat(model.problemProperty().get()).contains("Choose");
    }

    @Test
    void rowsAreFilteredByWhatHappens() {
        model.look();
        model.filterProperty().set(Filter.FAILED);
        assertThat(model.items()).extracting(item -> item.prompt().orElseThrow()).containsExactly(DEVICE);
        model.filterProperty().set(Filter.ADDED);
        assertThat(model.items()).extracting(item -> item.prompt().orElseThrow()).containsExactly(GREETING);
        model.filterProperty().set(Filter.LOSES);
        assertThat(model.items()).isEmpty();
    }

    @Test
    void whatWasLookedAtHoldsNoLongerWhenSomethingElseIsAskedFor() {
        model.look();
        model.moveStagesProperty().set(true);
        assertThat(model.state()).isEqualTo(State.ASKING);
        assertThat(model.items()).isEmpty();
        assertThat(model.canCopy().get()).isFalse();
    }

    @Test
    void aWrongAddressAndTheOpenStoreAreRefusedInWords() {
        model.targetProperty().set("nonsense");
        model.look();
        assertThat(model.problemProperty().get()).contains("no store address");
        model.targetProperty().set("memory:home");
        model.look();
        assertThat(model.problemProperty().get()).contains("open store itself");
        model.targetProperty().set("nosuch:thing");
        model.look();
        assertThat(model.problemProperty().get()).contains("No store is known");
        assertThat(model.state()).isEqualTo(State.ASKING);
    }

    @Test
    void lookingMakesNoStore() {
        model.targetProperty().set("h2:" + folder.resolve("new"));
        model.look();
        assertThat(model.state()).isEqualTo(State.PLANNED);
        assertThat(folder).isEmptyDirectory();
        model.copy();
        assertThat(folder.resolve("new.mv.db")).exists();
    }
}
