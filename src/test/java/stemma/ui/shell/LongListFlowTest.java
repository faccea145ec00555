package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.settings.Home;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.ui.Showcase;

/// A list of which only a part can be seen.
class LongListFlowTest {
    @TempDir
    Path folder;

    private Home home = new Home(Path.of("unused"));

    @BeforeEach
    void prepare() throws Exception {
        home = SampleHome.at(folder.resolve("home"));
        try (Store store = SampleHome.embedded(home)) {
            store.appendAll(IntStream.range(100, 300)
                    .mapToObj(i -> NewVersion.first(
                            new PromptId("p" + i), new VersionLabel("1.0.0"), Content.plain("Text " + i), "ada", ""))
                    .toList());
        }
    }

    @Test
    void whatComesToTheFrontIsInSight() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("p250");
            awaitInSight(window, "p250");
            window.open("p110");
            awaitInSight(window, "p110");
            window.keys("Shortcut+W");
            awaitInSight(window, "p250");
        }
    }

    @Test
    void thePromptThatComesBackFromADeletionIsInSight() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("p250");
            awaitInSight(window, "p250");
            Platform.runLater(() -> window.view().delete(new PromptId("p250")));
            window.awaitText("Delete prompt");
            window.press("Delete prompt");
            window.press("Undo");
            awaitInSight(window, "p250");
        }
    }

    @Test
    void aNewPromptIsInSight() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("p110");
            awaitInSight(window, "p110");
            window.store()
                    .append(NewVersion.first(
                            new PromptId("p250-new"), new VersionLabel("1.0.0"), Content.plain("New"), "ada", ""));
            window.open("p250-new");
            awaitInSight(window, "p250-new");
        }
    }

    @Test
    void theArrowKeysMoveTheListNoFurtherThanTheyMust() throws Exception {
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("p110");
            awaitInSight(window, "p110");
            Showcase.run(() -> window.view().keyboard().toFirst());
            TreeView<?> tree = window.find(TreeView.class, "tree");
            String last = Showcase.call(() -> namesInSight(tree)).getLast();
            for (int i = 110; i < Integer.parseInt(last.substring(1)) + 2; i++) {
                window.keys(KeyCode.DOWN);
            }
            awaitInSight(window, "p" + (Integer.parseInt(last.substring(1)) + 2));
            window.picture("long-list");
            assertThat(Showcase.call(() -> namesInSight(tree))).contains(last, "p112");
        }
    }

    private static List<String> namesInSight(TreeView<?> tree) {
        Bounds seen = tree.localToScene(tree.getLayoutBounds());
        return tree.lookupAll(".prompt-name").stream()
                .map(Label.class::cast)
                .filter(name -> seen.contains(name.localToScene(name.getLayoutBounds())))
                .sorted(Comparator.comparing(name -> name.localToScene(0, 0).getY()))
                .map(Label::getText)
                .toList();
    }

    private static void awaitInSight(OpenWindow window, String id) {
        TreeView<?> tree = window.find(TreeView.class, "tree");
        window.await(id + " is in sight", () -> namesInSight(tree).contains(id));
    }
}
