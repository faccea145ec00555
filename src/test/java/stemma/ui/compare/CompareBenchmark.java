package stemma.ui.compare;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import stemma.diff.CompareOptions;
import stemma.diff.Comparison;
import stemma.diff.Side;
import stemma.prompt.Content;
import stemma.prompt.Version;
import stemma.prompt.VersionInfo;
import stemma.ui.common.DirectTasks;
import stemma.ui.common.Fxml;
import stemma.ui.common.Theme;
import stemma.ui.common.Times;

/// Figures for `docs/benchmarks.md`; by hand with `mvn -q test -Dtest=CompareBenchmark`.
class CompareBenchmark {
    private static final int ROUNDS = 5;

    private static String prose(int characters, int lineWords, double edited, long seed) {
        Random words = new Random(7);
        Random edits = new Random(seed);
        StringBuilder text = new StringBuilder();
        int word = 0;
        while (text.length() < characters) {
            String plain = Integer.toString(Math.abs(words.nextInt()) % 4000, 36);
            text.append(edits.nextDouble() < edited ? "new" + plain : plain);
            word++;
            text.append(word % lineWords == 0 ? ".\n" : word % 12 == 0 ? ". " : " ");
        }
        return text.toString();
    }

    private static String lines(int count, double edited, long seed) {
        Random words = new Random(7);
        Random edits = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            boolean edit = edits.nextDouble() < edited;
            for (int word = 0; word < 12; word++) {
                text.append(edit && word == 5 ? "edited " : "")
                        .append(Integer.toString(Math.abs(words.nextInt()) % 5000, 36))
                        .append(' ');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static double milliseconds(Runnable action) {
        long start = System.nanoTime();
        action.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /// Time of this thread alone, so that a busy machine does not count.
    private static double processorMilliseconds(Runnable action) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        action.run();
        return (threads.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private static void layOut(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static void paint(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        scene.snapshot(null);
    }

    @Test
    void firstPaint() {
        measure("200 KB, paragraphs of 120 words, 20 % edited", () -> Content.plain(prose(200_000, 120, 0, 1)),
                () -> Content.plain(prose(200_000, 120, 0.2, 2)));
        measure("200 KB in one line, 5 % edited", () -> Content.plain(prose(200_000, 1_000_000, 0, 1)),
                () -> Content.plain(prose(200_000, 1_000_000, 0.05, 2)));
        measure("20,000 lines, 10 % edited", () -> Content.plain(lines(20_000, 0, 1)),
                () -> Content.plain(lines(20_000, 0.1, 2)));
    }

    private void measure(String what, Supplier<Content> left, Supplier<Content> right) {
        Toolkit.start();
        Content before = left.get();
        Content after = right.get();
        for (int round = 0; round < ROUNDS; round++) {
            boolean last = round == ROUNDS - 1;
            Toolkit.run(() -> {
                double diff = milliseconds(() ->
                        Comparison.of(Side.of(before), Side.of(after), CompareOptions.DEFAULT));
                CompareModel model = new CompareModel(new DirectTasks());
                Parent root = Fxml.load(new CompareController(model));
                Scene scene = Toolkit.scene(root, Theme.Appearance.LIGHT, 1200, 900);
                paint(scene);
                double compare = milliseconds(
                        () -> model.compare(Subject.of("left", before), Subject.of("right", after)));
                double layout = processorMilliseconds(() -> layOut(scene));
                double paint = milliseconds(() -> paint(scene));
                if (last) {
                    System.out.printf(
                            "%s: diff %.0f ms, diff and rows and list %.0f ms, layout %.0f ms, drawing %.0f ms,"
                                    + " %d items%n",
                            what, diff, compare, layout, paint, model.shown().items().size());
                }
                if (last) {
                    model.shown().foldedProperty().set(false);
                    paint(scene);
                    scroll(what, scene);
                }
                scene.getWindow().hide();
            });
        }
    }

    /// Frames as the toolkit draws them, from one to the next: the next one waits until the one before is drawn.
    @Test
    void scrollFrames() throws Exception {
        Toolkit.start();
        List<Double> frames = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        AtomicReference<Scene> shown = new AtomicReference<>();
        Toolkit.run(() -> {
            CompareModel model = new CompareModel(new DirectTasks());
            Parent root = Fxml.load(new CompareController(model));
            Scene scene = Toolkit.scene(root, Theme.Appearance.LIGHT, 1200, 900);
            shown.set(scene);
            ((Stage) scene.getWindow()).show();
            model.compare(
                    Subject.of("left", Content.plain(lines(20_000, 0, 1))),
                    Subject.of("right", Content.plain(lines(20_000, 0.1, 2))));
            model.shown().foldedProperty().set(false);
            paint(scene);
            VirtualFlow<?> flow = (VirtualFlow<?>) scene.getRoot().lookup(".row-list").lookup("#virtual-flow");
            new AnimationTimer() {
                private long last;
                private int at;

                @Override
                public void handle(long now) {
                    long time = System.nanoTime();
                    if (at > 20) {
                        frames.add((time - last) / 1e6);
                    }
                    last = time;
                    at++;
                    if (at % 50 == 0) {
                        flow.setPosition(at * 37 % 600 / 600.0);
                    } else {
                        flow.scrollPixels(at % 3 == 0 ? 330 : 60);
                    }
                    if (at > 620) {
                        stop();
                        done.countDown();
                    }
                }
            }.start();
        });
        done.await();
        frames.sort(null);
        System.out.printf(
                "20,000 lines, scrolling: from frame to frame median %.1f ms, 95 %% %.1f ms, 99 %% %.1f ms, worst"
                        + " %.1f ms, %d of %d over 50 ms%n",
                frames.get(frames.size() / 2),
                frames.get(frames.size() * 95 / 100),
                frames.get(frames.size() * 99 / 100),
                frames.getLast(),
                frames.stream().filter(frame -> frame > 50).count(),
                frames.size());
        Toolkit.run(() -> shown.get().getWindow().hide());
    }

    @Test
    void sliderSteps() {
        Toolkit.start();
        List<VersionInfo> versions = TimelineTest.versions(60);
        for (int size : new int[] {5_000, 50_000}) {
            List<Content> contents = new ArrayList<>();
            for (int i = 0; i < versions.size(); i++) {
                contents.add(Content.plain(prose(size, 60, 0.05, i)));
            }
            Toolkit.run(() -> {
                DirectTasks tasks = new DirectTasks();
                CompareModel model = new CompareModel(tasks);
                Parent root = Fxml.load(new CompareController(model));
                Scene scene = Toolkit.scene(root, Theme.Appearance.LIGHT, 1200, 900);
                Timeline timeline = new Timeline(
                        model,
                        tasks,
                        versions,
                        label -> {
                            int place = Integer.parseInt(label.value().split("\\.")[1]);
                            return new Version(versions.reversed().get(place), contents.get(place));
                        },
                        new Times(Clock.systemUTC()));
                model.walk(timeline, TimelineTest.label(1));
                List<Double> steps = new ArrayList<>();
                for (int i = 2; i < versions.size(); i++) {
                    CompareModel.Pair pair = new CompareModel.Pair(
                            Subject.of("left", contents.get(i - 1)), Subject.of("right", contents.get(i)));
                    steps.add(processorMilliseconds(() -> {
                        model.follow(pair.left(), pair.right(), _ -> OptionalInt.empty());
                        layOut(scene);
                    }));
                }
                steps.sort(null);
                System.out.printf(
                        "slider over versions of %d KB: diff, rows and layout of a step: median %.1f ms,"
                                + " 95 %% %.1f ms, worst %.1f ms%n",
                        size / 1000, steps.get(steps.size() / 2), steps.get(steps.size() * 95 / 100), steps.getLast());
                scene.getWindow().hide();
            });
        }
    }

    private static void scroll(String what, Scene scene) {
        VirtualFlow<?> flow = (VirtualFlow<?>) scene.getRoot().lookup(".row-list").lookup("#virtual-flow");
        List<Double> frames = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            frames.add(processorMilliseconds(() -> {
                flow.scrollPixels(330);
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            }));
        }
        for (int i = 0; i < 50; i++) {
            double place = (i * 37 % 50) / 50.0;
            frames.add(processorMilliseconds(() -> {
                flow.setPosition(place);
                scene.getRoot().applyCss();
                scene.getRoot().layout();
            }));
        }
        frames.sort(null);
        System.out.printf(
                "%s: scrolling %d rows, layout of a frame: median %.1f ms, 95 %% %.1f ms, worst %.1f ms;"
                        + " with drawing %.1f ms%n",
                what,
                flow.getCellCount(),
                frames.get(frames.size() / 2),
                frames.get(frames.size() * 95 / 100),
                frames.getLast(),
                milliseconds(() -> paint(scene)));
    }
}
