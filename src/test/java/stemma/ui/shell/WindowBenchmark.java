package stemma.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.registry.Promoting;
import stemma.instance.Call;
import stemma.instance.SingleInstance;
import stemma.instance.Worker;
import stemma.registry.OpenStores;
import stemma.settings.Home;
import stemma.settings.Settings;
import stemma.store.GeneratedStore;
import stemma.store.NewVersion;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;

/// Measures the window on a generated H2 store; see docs/benchmarks.md for the command. Arguments: the folder of the
/// store (made when missing, kept for the next run), the number of prompts and the number of versions.
public final class WindowBenchmark {
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private final Path folder;
    private Shell shell;
    private ListView<?> list;
    private TextField filter;

    private WindowBenchmark(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        int prompts = Integer.parseInt(arguments[1]);
        int versions = Integer.parseInt(arguments[2]);
        make(folder, prompts, versions);
        new WindowBenchmark(folder).run();
        System.exit(0);
    }

    private static StoreUri uri(Path folder) {
        return StoreUri.of("h2", folder.resolve("generated").toString());
    }

    private static void make(Path folder, int prompts, int versions) throws IOException {
        if (Files.exists(folder.resolve("generated.mv.db"))) {
            return;
        }
        Files.createDirectories(folder);
        long start = System.nanoTime();
        try (Store store = Stores.discovered().open(uri(folder))) {
            GeneratedStore.fill(store, prompts, versions, _ -> {});
        }
        say("make %,d prompts, %,d versions: %.1f s", prompts, versions, seconds(start));
    }

    private void run() throws Exception {
        Path home = Files.createTempDirectory("stemma-benchmark");
        Path index = folder.resolve("index");
        Files.createDirectories(index);
        Files.createSymbolicLink(home.resolve("index"), index);
        Settings settings = Settings.load(home.resolve("settings.json"));
        settings.set(Remembered.FOLDERS, false);
        StartOptions options = new StartOptions(
                new Home(home),
                settings,
                Stores.discovered(),
                new Call(Optional.of(uri(folder).toString()), List.of()),
                SingleInstance.claim(home).orElseThrow(),
                Worker.NONE,
                new OpenStores(),
                "benchmark",
                Optional.empty());
        long start = System.nanoTime();
        Platform.startup(() -> {
            shell = new Shell(options);
            shell.start(new Stage());
        });
        await(() -> shell != null && rows() > 0);
        nextFrame();
        say("toolkit start to first rows painted: %.0f ms (of which the first class loading and opening the store)",
                seconds(start) * 1000);
        int total = (int) shell.workspace().orElseThrow().registry().store().count().prompts();
        await(() -> rows() == total);
        say("every prompt in the list: %,d after %.0f ms", rows(), seconds(start) * 1000);
        list = onFx(() -> (ListView<?>) shell.stage().getScene().lookup(".prompt-list"));
        filter = onFx(() -> (TextField) shell.stage().getScene().lookup(".browser-tools .text-field"));
        scroll();
        filter();
        openLongHistory();
        saveAndPromote();
        System.gc();
        Thread.sleep(2_000);
        say(
                "resident memory: %,d MB of its own, %,d MB mapped files; heap used %,d MB",
                status("RssAnon:"), status("RssFile:"), heap() >> 20);
        delete(home);
    }

    private void filter() throws Exception {
        say("text index ready: %s", waitForIndex());
        measureFilter("id", "billing/re", "support/esc", "sales/lead", "legal/cl");
        measureFilter("title", "Quarterly", "Quar", "Quarte");
        measureFilter("tag", "launch", "review", "urgent");
        measureFilter("text", "zeppelin", "zepp", "zeppel");
        onFx(() -> {
            shell.workspace().orElseThrow().browser().stageProperty().set(Optional.of(stemma.prompt.Stage.PRODUCTION));
            return 0;
        });
        nextFrame();
        onFx(() -> {
            shell.workspace().orElseThrow().browser().clearFilter();
            return 0;
        });
        await(() -> rows() == total());
    }

    private String waitForIndex() throws Exception {
        long start = System.nanoTime();
        while (seconds(start) < PATIENCE.toSeconds()) {
            if (!shell.workspace().orElseThrow().index().find(GeneratedStore.RARE_TEXT).isEmpty()
                    && shell.workspace().orElseThrow().index().isReady()) {
                return String.format("after %.0f s", seconds(start));
            }
            Thread.sleep(200);
        }
        return "no";
    }

    /// Types each text letter by letter; measures from a keystroke to the frame that shows its rows.
    private void measureFilter(String what, String... texts) throws Exception {
        List<Double> times = new ArrayList<>();
        for (String text : texts) {
            for (int end = 1; end <= text.length(); end++) {
                String typed = text.substring(0, end);
                Object before = onFx(() -> shell.workspace().orElseThrow().browser().shownProperty().get());
                long start = System.nanoTime();
                onFx(() -> {
                    filter.setText(typed);
                    return 0;
                });
                await(() -> shell.workspace().orElseThrow().browser().shownProperty().get() != before);
                nextFrame();
                times.add(seconds(start) * 1000);
            }
            onFx(() -> {
                filter.clear();
                return 0;
            });
            await(() -> rows() == total());
            nextFrame();
        }
        report("filter by " + what + ", keystroke to rows", times);
    }

    private void openLongHistory() throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            PromptId other = GeneratedStore.Shape.USUAL.of(i);
            onFx(() -> shell.view().orElseThrow().tabs().preview(other));
            await(() -> !history(other).isEmpty());
            long start = System.nanoTime();
            onFx(() -> shell.view().orElseThrow().tabs().preview(GeneratedStore.Shape.USUAL.longest()));
            await(() -> history(GeneratedStore.Shape.USUAL.longest()).size() >= GeneratedStore.LONG_HISTORY);
            nextFrame();
            times.add(seconds(start) * 1000);
        }
        report("open the prompt with 1,000 versions, click to painted", times);
    }

    private List<?> history(PromptId prompt) {
        return shell.view()
                .orElseThrow()
                .tabs()
                .find(prompt)
                .map(tab -> tab.history().versionsProperty().get())
                .orElse(List.of());
    }

    private void saveAndPromote() {
        Store store = shell.workspace().orElseThrow().registry().store();
        Promoting promoting = new Promoting(store);
        List<Double> saves = new ArrayList<>();
        List<Double> moves = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            PromptId prompt = GeneratedStore.Shape.USUAL.of(i * 7);
            VersionLabel head = store.find(prompt).orElseThrow().head();
            VersionLabel label = head.next(VersionLabel.Step.PATCH);
            long start = System.nanoTime();
            store.append(NewVersion.onTop(prompt, head, label, Content.plain("saved " + i), "ada", "benchmark"));
            saves.add(seconds(start) * 1000);
            Promoting.Plan plan = promoting.plan(prompt, label, stemma.prompt.Stage.PRODUCTION);
            start = System.nanoTime();
            promoting.promote(plan, "ada", "benchmark");
            moves.add(seconds(start) * 1000);
        }
        report("save a version, on the disk", saves);
        report("promote, on the disk", moves);
    }

    private void scroll() throws Exception {
        int total = rows();
        List<Double> frames = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        Platform.runLater(() -> new AnimationTimer() {
            private int at;
            private long last;

            @Override
            public void handle(long now) {
                if (last != 0) {
                    frames.add((now - last) / 1e6);
                }
                last = now;
                at++;
                list.scrollTo(at % 100 < 80 ? at * 3 % total : (int) ((long) at * 7919 % total));
                if (at >= 600) {
                    stop();
                    done.countDown();
                }
            }
        }.start());
        done.await(60, TimeUnit.SECONDS);
        report("frame while scrolling the list", frames.subList(10, frames.size()));
    }

    private int rows() {
        return shell.workspace().map(open -> open.browser().shownProperty().get().rows().size()).orElse(0);
    }

    private int total() {
        return shell.workspace().orElseThrow().registry().catalogue().size();
    }

    private static void report(String what, List<Double> millis) {
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        say(
                "%s: median %.1f ms, 95 %% %.1f ms, longest %.1f ms (%d)",
                what,
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.95)],
                sorted[sorted.length - 1],
                sorted.length);
    }

    private static long heap() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long status(String name) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static <T> T onFx(Callable<T> call) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(call.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result.get(60, TimeUnit.SECONDS);
    }

    /// Waits until the scene was laid out for its next frame, which is drawn then.
    private void nextFrame() throws Exception {
        CountDownLatch laidOut = new CountDownLatch(1);
        Platform.runLater(() -> {
            Scene scene = shell.stage().getScene();
            Runnable[] listener = new Runnable[1];
            listener[0] = () -> {
                laidOut.countDown();
                scene.removePostLayoutPulseListener(listener[0]);
            };
            scene.addPostLayoutPulseListener(listener[0]);
            Platform.requestNextPulse();
        });
        laidOut.await(60, TimeUnit.SECONDS);
    }

    private static void await(BooleanSupplier condition) throws Exception {
        long start = System.nanoTime();
        while (!onFx(condition::getAsBoolean)) {
            if (seconds(start) > PATIENCE.toSeconds()) {
                throw new IllegalStateException("nothing happened for " + PATIENCE);
            }
            Thread.sleep(1);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void say(String text, Object... arguments) {
        System.out.printf(text + "%n", arguments);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
