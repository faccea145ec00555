package stemma.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.Stage;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.ui.common.DirectTasks;
import stemma.ui.common.Times;

class TimelineTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final DirectTasks tasks = new DirectTasks();
    private final CompareModel model = new CompareModel(tasks);
    private final List<VersionLabel> read = new ArrayList<>();
    private final Timeline timeline = new Timeline(
            model, tasks, versions(10), this::read, new Times(Clock.fixed(NOW, ZoneOffset.UTC)));

    static List<VersionInfo> versions(int count) {
        List<VersionInfo> versions = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
            versions.add(new VersionInfo(
                    new PromptId("a/b"),
                    label(i),
                    i == 0 ? Optional.empty() : Optional.of(label(i - 1)),
                    "",
                    "Ann",
                    "why " + i,
                    NOW.minusSeconds(3600L * (count - i)),
                    new TreeSet<>(),
                    new TreeSet<>(i == 3 ? Set.of(Stage.PRODUCTION) : Set.<Stage>of())));
        }
        return versions;
    }

    static VersionLabel label(int i) {
        return new VersionLabel("1." + i + ".0");
    }

    private Version read(VersionLabel label) {
        read.add(label);
        VersionInfo info = versions(10).stream()
                .filter(version -> version.label().equals(label))
                .findFirst()
                .orElseThrow();
        return new Version(info, Content.plain("The text of version " + label.value() + ".\n"));
    }

    @Test
    void showsAVersionBesideTheOneBeforeIt() {
        model.walk(timeline, label(4));

        CompareModel.Pair pair = model.pairProperty().get().orElseThrow();
        assertThat(pair.left().caption()).isEqualTo("a/b 1.3.0 · production");
        assertThat(pair.right().caption()).isEqualTo("a/b 1.4.0");
        assertThat(timeline.captionBinding().get()).isEqualTo("1.4.0 · Ann · 6 h · why 4");
    }

    @Test
    void keepsThePinnedSide() {
        model.walk(timeline, label(4));
        timeline.pinnedProperty().set(true);
        timeline.positionProperty().set(8);

        CompareModel.Pair pair = model.pairProperty().get().orElseThrow();
        assertThat(pair.left().caption()).startsWith("a/b 1.3.0");
        assertThat(pair.right().caption()).isEqualTo("a/b 1.8.0");
    }

    @Test
    void readsAheadAndEachVersionOnce() {
        model.walk(timeline, label(4));
        assertThat(read).contains(label(5), label(6), label(7), label(2)).doesNotContain(label(9));
        read.clear();
        timeline.positionProperty().set(5);
        timeline.positionProperty().set(4);

        assertThat(read).containsExactly(label(8));
    }

    @Test
    void endsWhenSomethingElseIsCompared() {
        model.walk(timeline, label(4));
        model.compare(Subject.of("x", Content.plain("x")), Subject.of("y", Content.plain("y")));

        assertThat(model.timelineProperty().get()).isEmpty();
    }

    @Test
    void saysWhichVersionBroughtALineAndGoesThere() {
        List<String> texts = List.of("a\nb\n", "a\nb changed\n", "new\na\nb changed\n", "new\na\nb changed\nend\n");
        Timeline own = new Timeline(
                model,
                tasks,
                versions(4),
                label -> {
                    VersionInfo info = versions(4).stream()
                            .filter(version -> version.label().equals(label))
                            .findFirst()
                            .orElseThrow();
                    int number = Integer.parseInt(label.value().split("\\.")[1]);
                    return new Version(info, Content.plain(texts.get(number)));
                },
                new Times(Clock.fixed(NOW, ZoneOffset.UTC)));
        model.walk(own, label(3));

        assertThat(origins(own)).containsExactly("1.2.0", "1.0.0", "1.1.0", "1.3.0");
        model.place(2);
        own.goToOrigin();
        assertThat(model.pairProperty().get().orElseThrow().right().caption()).isEqualTo("a/b 1.1.0");
    }

    private List<String> origins(Timeline own) {
        List<String> origins = new ArrayList<>();
        for (Row row : model.script().rows()) {
            model.place(row.index());
            origins.add(own.originBinding().get().replaceAll("This line is from (\\S+) .*", "$1"));
        }
        return origins;
    }
}
