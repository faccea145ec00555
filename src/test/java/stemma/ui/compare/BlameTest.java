package stemma.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import stemma.prompt.Content;
import stemma.prompt.Message;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.prompt.VersionLabel;
import stemma.ui.common.DirectTasks;
import stemma.ui.common.Times;

class BlameTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final CompareModel model = new CompareModel(new DirectTasks());
    private final List<Integer> read = new ArrayList<>();

    private Timeline timeline(int count, IntFunction<Content> contents) {
        List<VersionInfo> versions = TimelineTest.versions(count);
        return new Timeline(
                model,
                new DirectTasks(),
                versions,
                label -> {
                    int number = number(label);
                    read.add(number);
                    return new Version(versions.get(count - 1 - number), contents.apply(number));
                },
                new Times(Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private static int number(VersionLabel label) {
        return Integer.parseInt(label.value().split("\\.")[1]);
    }

    private static Timeline plain(BlameTest test, String... texts) {
        return test.timeline(texts.length, i -> Content.plain(texts[i]));
    }

    /// Each row's label, in brackets where the column leaves it out.
    private List<String> column(Timeline timeline) {
        List<String> column = new ArrayList<>();
        for (Row row : model.script().rows()) {
            timeline.entryOf(row.index())
                    .map(entry -> entry.text().split(" ")[0])
                    .map(label -> timeline.entryOf(row.index()).orElseThrow().isStart() ? label : "(" + label + ")")
                    .ifPresent(column::add);
        }
        return column;
    }

    private String right() {
        return model.pairProperty().get().orElseThrow().right().caption();
    }

    @Test
    void tellsTheVersionOfEachLineOnceForLinesThatFollow() {
        Timeline timeline = plain(this, "a\nb\nc\n", "a\nb\nc changed\n", "new\na\nb\nc changed\n");
        model.walk(timeline, TimelineTest.label(2));

        assertThat(column(timeline)).containsExactly("1.2.0", "1.0.0", "(1.0.0)", "1.1.0");
        BlameEntry entry = timeline.entryOf(1).orElseThrow();
        assertThat(entry.text()).isEqualTo("1.0.0 · Ann · 3 h");
        assertThat(entry.tip()).contains("Ann").contains("2026").endsWith("why 0");
        assertThat(timeline.entryOf(0).orElseThrow().isOwn()).isTrue();
    }

    @Test
    void showsEveryLineWhileItIsOn() {
        String same = "line\n".repeat(40);
        Timeline timeline = plain(this, same + "a\n", same + "b\n", same + "b\n");
        model.walk(timeline, TimelineTest.label(1));
        timeline.blamedProperty().set(true);
        assertThat(model.shown().items()).allMatch(Item.Shown.class::isInstance);

        timeline.positionProperty().set(2);
        assertThat(model.phaseProperty().get()).isEqualTo(CompareModel.Phase.READY);
        timeline.blamedProperty().set(false);
        assertThat(model.phaseProperty().get()).isEqualTo(CompareModel.Phase.EQUAL);
        assertThat(model.shown().foldedProperty().get()).isTrue();
    }

    @Test
    void goesToTheChangeAndToTheLineThere() {
        Timeline timeline = plain(this, "a\nb\n", "a\nb changed\n", "x\ny\na\nb changed\n", "x\ny\na\nb changed\nz\n");
        model.walk(timeline, TimelineTest.label(3));
        timeline.blamedProperty().set(true);
        timeline.pinnedProperty().set(true);
        timeline.goToOrigin(3);

        assertThat(right()).isEqualTo("a/b 1.1.0");
        assertThat(model.pairProperty().get().orElseThrow().left().caption()).startsWith("a/b 1.0.0");
        assertThat(((TextRow) model.script().rows().get(model.cursorProperty().get())).rightText())
                .isEqualTo("b changed\n");
        assertThat(timeline.blamedProperty().get()).isTrue();
    }

    @Test
    void theOldestVersionIsComparedWithNothing() {
        Timeline timeline = plain(this, "a\nb\n", "a\nc\n");
        model.walk(timeline, TimelineTest.label(1));
        timeline.goToOrigin(0);

        assertThat(right()).isEqualTo("a/b 1.0.0");
        assertThat(model.hunks()).isNotEmpty();
        assertThat(((TextRow) model.script().rows().get(model.cursorProperty().get())).rightText())
                .isEqualTo("a\n");
    }

    @Test
    void worksForEachMessageOfAChat() {
        Message system = new Message("system", "Be kind.\nBe short.\n");
        Message user = new Message("user", "{{question}}\n");
        List<Content> contents = List.of(
                Content.chat(user),
                Content.chat(system, user),
                Content.chat(system, user, new Message("assistant", "Yes?\n")));
        Timeline timeline = timeline(3, contents::get);
        model.walk(timeline, TimelineTest.label(2));

        assertThat(column(timeline)).containsExactly("1.1.0", "(1.1.0)", "1.0.0", "1.2.0");
        timeline.goToOrigin(rowOf("{{question}}\n"));
        assertThat(right()).isEqualTo("a/b 1.0.0");
        assertThat(model.cursorProperty().get()).isEqualTo(rowOf("{{question}}\n"));
    }

    private int rowOf(String text) {
        return model.script().rows().stream()
                .filter(row -> row instanceof TextRow line && line.rightText().equals(text))
                .findFirst()
                .orElseThrow()
                .index();
    }

    @Test
    void tellsNothingWhereLinesAreNotThoseOfTheVersion() {
        Timeline timeline = plain(this, "a\n", "a\nb\n");
        model.walk(timeline, TimelineTest.label(1));
        model.swap();
        assertThat(column(timeline)).isEmpty();
        model.swap();
        assertThat(column(timeline)).hasSize(2);
    }

    @Test
    void readsAThousandVersionsOnceAndOnlyTheStepAfterwards() {
        Timeline timeline = timeline(1000, i -> Content.plain("first\n" + "version " + i + "\n"));
        model.walk(timeline, TimelineTest.label(990));
        assertThat(column(timeline)).containsExactly("1.0.0", "1.990.0");
        assertThat(read).doesNotHaveDuplicates();

        read.clear();
        timeline.positionProperty().set(991);
        assertThat(column(timeline)).containsExactly("1.0.0", "1.991.0");
        timeline.positionProperty().set(500);
        assertThat(column(timeline)).containsExactly("1.0.0", "1.500.0");
        assertThat(read).hasSizeLessThan(Blames.STRIDE + 20);
    }

    @Test
    void oneVersionIsEnough() {
        Timeline timeline = plain(this, "a\nb\n");
        model.walk(timeline, TimelineTest.label(0));
        timeline.blamedProperty().set(true);

        assertThat(column(timeline)).containsExactly("1.0.0", "(1.0.0)");
    }

    @Test
    void endsWithTheWalk() {
        Timeline timeline = plain(this, "a\n", "b\n");
        model.walk(timeline, TimelineTest.label(1));
        timeline.blamedProperty().set(true);
        model.compare(Subject.of("x", Content.plain("x")), Subject.of("y", Content.plain("x")));

        assertThat(model.phaseProperty().get()).isEqualTo(CompareModel.Phase.EQUAL);
        assertThat(model.shown().foldedProperty().get()).isTrue();
    }
}
