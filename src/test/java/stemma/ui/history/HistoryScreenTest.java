package stemma.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Promotion;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.memory.MemoryStoreDriver;
import stemma.ui.Showcase;
import stemma.ui.common.DirectTasks;
import stemma.ui.common.Notices;
import stemma.ui.common.Theme.Appearance;
import stemma.ui.common.Times;

/// The history by keys.
final class HistoryScreenTest {
    private static final PromptId PROMPT = new PromptId("p");
    private static final VersionLabel ONE = new VersionLabel("1.0.0");
    private static final VersionLabel TWO = new VersionLabel("1.1.0");

    private final Store store = new MemoryStoreDriver().open(StoreUri.of("memory", ""), Opening.at(Clock.systemUTC()));
    private final HistoryModel model = new HistoryModel(store, PROMPT, new DirectTasks(), new Notices());
    private Showcase showcase;
    private Scene scene;

    @BeforeEach
    void show() throws TimeoutException {
        showcase = new Showcase();
        store.append(NewVersion.first(PROMPT, ONE, Content.plain("one"), "ada", ""));
        promote(Optional.empty(), ONE);
        scene = showcase.show(
                () -> {
                    model.refresh();
                    HistoryController history =
                            new HistoryController(model, new NoActions(), new Times(Clock.systemUTC()));
                    return new StackPane(history.view());
                },
                400,
                400,
                Appearance.LIGHT);
    }

    private void promote(Optional<VersionLabel> from, VersionLabel to) {
        store.promote(new Promotion(PROMPT, Stage.PRODUCTION, from, Optional.of(to), Act.by("ada", "")));
    }

    /// The list of a page, which the keyboard came to from the page's head.
    private ListView<?> reached(int page) {
        TabPane pages = (TabPane) Showcase.call(() -> scene.lookup(".history"));
        Showcase.run(() -> {
            pages.getSelectionModel().select(page);
            pages.requestFocus();
        });
        showcase.settle();
        showcase.robot.push(KeyCode.TAB);
        showcase.settle();
        Node reached = Showcase.call(scene::getFocusOwner);
        assertThat(reached).isInstanceOf(ListView.class);
        return (ListView<?>) reached;
    }

    @Test
    void theOnlyRowThatTheKeyboardComesToIsChosen() {
        assertThat(chosen(reached(0))).isEqualTo(0);
        assertThat(chosen(reached(1))).isEqualTo(0);
    }

    @Test
    void theMouseChoosesOnlyTheRowThatIsClicked() {
        store.append(NewVersion.onTop(PROMPT, ONE, TWO, Content.plain("two"), "ada", ""));
        Showcase.run(model::refresh);
        showcase.settle();
        TabPane pages = (TabPane) Showcase.call(() -> scene.lookup(".history"));
        ListView<?> versions = (ListView<?>) Showcase.call(
                () -> pages.getTabs().getFirst().getContent().lookup(".list-view"));
        Node older = Showcase.call(() -> versions.lookupAll(".list-cell").stream()
                .filter(cell -> ((ListCell<?>) cell).getIndex() == 1)
                .findFirst()
                .orElseThrow());
        showcase.robot.press(KeyCode.CONTROL).clickOn(older).release(KeyCode.CONTROL);
        showcase.settle();
        assertThat(Showcase.call(() -> List.copyOf(versions.getSelectionModel().getSelectedIndices())))
                .containsExactly(1);
    }

    @Test
    void aMoveStaysChosenWhenAnotherFollows() {
        ListView<?> moves = reached(1);
        Object move = Showcase.call(() -> moves.getSelectionModel().getSelectedItem());

        store.append(NewVersion.onTop(PROMPT, ONE, TWO, Content.plain("two"), "ada", ""));
        promote(Optional.of(ONE), TWO);
        Showcase.run(model::refresh);

        assertThat(Showcase.<Object>call(() -> moves.getSelectionModel().getSelectedItem()))
                .isEqualTo(move);
        assertThat(chosen(moves)).isEqualTo(1);
    }

    private static int chosen(ListView<?> list) {
        return Showcase.call(() -> list.getSelectionModel().getSelectedIndex());
    }

    private static final class NoActions implements HistoryActions {
        @Override
        public void view(VersionInfo version) {}

        @Override
        public void compare(VersionInfo left, VersionInfo right) {}

        @Override
        public void compareWithDraft(VersionInfo version) {}

        @Override
        public void blame(VersionInfo version) {}

        @Override
        public void promote(VersionInfo version) {}

        @Override
        public void tag(VersionInfo version) {}

        @Override
        public void delete(VersionInfo version) {}
    }
}
