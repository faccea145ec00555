package stemma.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.settings.Home;
import stemma.store.Act;
import stemma.store.NewVersion;
import stemma.store.Promotion;
import stemma.store.Store;
import stemma.ui.Showcase;

/// Names longer than the places for them.
class LongNamesFlowTest {
    @TempDir
    Path folder;

    @Test
    void longNamesTagsAndAuthorsLeaveRoomForTheRest() throws Exception {
        Home home = SampleHome.at(folder.resolve("home"));
        String id = "team/" + "x".repeat(90);
        try (Store store = SampleHome.embedded(home)) {
            Set<String> tags = IntStream.range(0, 25)
                    .mapToObj(n -> "tag-" + n + "-" + "z".repeat(30))
                    .collect(Collectors.toCollection(TreeSet::new));
            store.append(NewVersion.first(
                            new PromptId(id),
                            new VersionLabel("1.0.0"),
                            Content.plain("Hello"),
                            "Somebody with a very long name ".repeat(3),
                            "The reason for it ".repeat(9))
                    .withTags(tags));
        }
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open(id);
            window.awaitText("Stage history");
            window.picture("long-names");
            double room = width(window.versions());
            assertThat(widths(window, ".version-cell")).isNotEmpty().allMatch(width -> width <= room);
            assertThat(widths(window, ".tag-badge")).hasSize(25).allMatch(width -> width > 50);
            assertThat(widths(window, ".prompt-tabs > .tab-header-area .tab"))
                    .isNotEmpty()
                    .allMatch(width -> width < 300);
        }
    }

    @Test
    void stagesThatHaveNoRoomAreCountedInsteadOfCutToALetter() throws Exception {
        Home home = SampleHome.at(folder.resolve("home"));
        PromptId prompt = new PromptId("a/many");
        try (Store store = SampleHome.embedded(home)) {
            store.append(NewVersion.first(prompt, new VersionLabel("1.0.0"), Content.plain("Hello"), "ada", ""));
            for (String stage : List.of("canary", "europe", "america", "asia", "shadow", "production")) {
                store.promote(new Promotion(
                        prompt,
                        new Stage(stage),
                        Optional.empty(),
                        Optional.of(new VersionLabel("1.0.0")),
                        Act.by("ada", "")));
            }
        }
        try (OpenWindow window = OpenWindow.on(home)) {
            window.open("a/many");
            window.find(Label.class, badge -> badge.getText().matches("\\+[1-5]"));
            window.picture("many-stages");
            List<Label> badges = Showcase.call(() -> window.view().browserNode().lookupAll(".prompt-cell .stage-badge").stream()
                    .filter(Node::isVisible)
                    .map(Label.class::cast)
                    .toList());
            assertThat(badges).isNotEmpty().allMatch(badge -> badge.getWidth() >= Math.floor(badge.prefWidth(-1)));
        }
    }

    private static double width(Node node) {
        return node.getLayoutBounds().getWidth();
    }

    private static List<Double> widths(OpenWindow window, String selector) {
        return Showcase.call(() -> window.scene().getRoot().lookupAll(selector).stream()
                .map(LongNamesFlowTest::width)
                .filter(width -> width > 0)
                .toList());
    }
}
