package stemma.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.PromptSummary;
import stemma.prompt.Stage;
import stemma.prompt.VersionLabel;
import stemma.store.postgres.PostgresServer;

/// Measures a store with a large generated registry. Run by hand; see `docs/benchmarks.md`.
///
/// Options: `--store SCHEME` (`h2`; for `postgres` a server is started), `--prompts N` (100000), `--versions N` (1000000), `--keep DIR` to make the store
/// there, or to use the one that is there, and keep it; `--build-only` to stop then. For stores where a change costs
/// the more the more they hold: `--promotions N`, at most so many while the store is made, and `--seconds N` (60), after
/// which a measurement goes on with the next one. `--only WORDS`, separated by commas: only the measurements that have
/// one of them in their name.
public final class StoreBenchmark {
    private static final int ROUNDS = 40;

    private final StoreUri uri;
    private final int prompts;
    private final int versions;
    private final int promotions;
    private final long patience;
    private final List<String> only;
    private final GeneratedStore.Shape shape;
    private final Random random = new Random(7);

    private StoreBenchmark(StoreUri uri, List<String> options) {
        this.uri = uri;
        this.prompts = number(options, "--prompts", 100_000);
        this.versions = number(options, "--versions", 1_000_000);
        this.promotions = number(options, "--promotions", Integer.MAX_VALUE);
        this.patience = TimeUnit.SECONDS.toNanos(number(options, "--seconds", 60));
        this.only = option(options, "--only").map(words -> List.of(words.split(","))).orElse(List.of(""));
        this.shape =
                uri.scheme().equals("go-prompty") ? GeneratedStore.Shape.ONE_TEXT : GeneratedStore.Shape.USUAL;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> options = Arrays.asList(arguments);
        Optional<Path> kept = option(options, "--keep").map(Path::of);
        Path folder = kept.isPresent() ? Files.createDirectories(kept.get()) : Files.createTempDirectory("stemma");
        String scheme = option(options, "--store").orElse("h2");
        try (PostgresServer server = scheme.equals("postgres") ? PostgresServer.start() : null) {
            StoreUri uri = server == null
                    ? StoreUri.of(scheme, folder.resolve("generated").toString())
                    : server.freshWorkspace();
            new StoreBenchmark(uri, options).run(folder, options.contains("--build-only"));
        } finally {
            if (kept.isEmpty()) {
                delete(folder);
            }
        }
    }

    private static Optional<String> option(List<String> options, String name) {
        int at = options.indexOf(name);
        return at < 0 || at + 1 >= options.size() ? Optional.empty() : Optional.of(options.get(at + 1));
    }

    private static int number(List<String> options, String name, int otherwise) {
        return option(options, name).map(Integer::parseInt).orElse(otherwise);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void run(Path folder, boolean onlyBuild) throws Exception {
        System.out.printf(
                "%s, %d processors, JDK %s, %d prompts, %d versions%n",
                uri.scheme(), Runtime.getRuntime().availableProcessors(), Runtime.version(), prompts, versions);
        build(folder);
        if (onlyBuild) {
            return;
        }
        long start = System.nanoTime();
        try (Store store = Stores.discovered().open(uri)) {
            tell("open", start);
            start = System.nanoTime();
            store.list(Query.all());
            tell("first page after opening, cold", start);
            read(store);
            write(store);
            bulk(store);
            force(store);
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            row("heap used", (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000 + " MB");
            start = System.nanoTime();
            if (versions <= 100_000) {
                row("check()", store.check().problems().size() + " problems, " + seconds(start));
            }
            start = System.nanoTime();
        }
        tell("close", start);
    }

    private void build(Path folder) throws IOException {
        long start = System.nanoTime();
        try (Store store = Stores.discovered().open(uri)) {
            if (store.count().versions() == 0) {
                GeneratedStore.fill(store, shape, prompts, versions, promotions, count -> {
                    if (count % 50_000 < 2_000) {
                        System.err.printf("%d versions, %s%n", count, seconds(start));
                    }
                });
                row("build", seconds(start));
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            long bytes = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
            row("size on disk", bytes / 1_000_000 + " MB");
        }
    }

    private void read(Store store) {
        if (isWanted("every prompt, 5,000 at a time, first time")) {
            long start = System.nanoTime();
            int read = 0;
            Page<PromptSummary> page;
            do {
                page = store.list(Query.all().withPage(read, 5_000));
                read += page.items().size();
            } while (!page.isLast());
            tell("every prompt, 5,000 at a time, first time", start);
        }
        afterWrites(store, "every prompt, 5,000 at a time", 3, _ -> {
            for (int offset = 0; offset < prompts; offset += 5_000) {
                store.list(Query.all().withPage(offset, 5_000));
            }
        });
        afterWrites(store, "first page by id", ROUNDS, _ -> store.list(Query.all()));
        for (Query.Order order : List.of(Query.Order.TITLE, Query.Order.NEWEST, Query.Order.OLDEST)) {
            afterWrites(store, "first page by " + order, 20, _ -> store.list(Query.all().withOrder(order)));
        }
        afterWrites(store, "a page anywhere by id", ROUNDS, _ -> store.list(
                Query.all().withPage(random.nextInt(prompts), Query.DEFAULT_LIMIT)));
        afterWrites(store, "filter id prefix, a folder", 20, _ -> store.list(Query.all().withIdPrefix("legal" + shape.separator())));
        afterWrites(store, "filter id prefix, few", ROUNDS, _ -> store.list(
                Query.all().withIdPrefix(anyPrompt().value())));
        afterWrites(store, "filter title, one in ten", 10, _ -> store.list(Query.all().withTitle("summary")));
        afterWrites(store, "filter title, few", 10, _ -> store.list(
                Query.all().withTitle("no. " + random.nextInt(prompts))));
        afterWrites(store, "filter text, frequent", 5, _ -> store.list(Query.all().withText("refund")));
        afterWrites(store, "filter text, few", 5, _ -> store.list(
                Query.all().withText("Prompt " + random.nextInt(prompts))));
        afterWrites(store, "filter stage, six in ten", 10, _ -> store.list(Query.all().withStage(Stage.PRODUCTION)));
        for (int tag : new int[] {0, 3, 8}) {
            String name = GeneratedStore.TAGS.get(tag);
            long found = store.list(Query.all().withTags(Set.of(name))).total();
            afterWrites(
                    store,
                    "filter tag, " + found + " prompts",
                    20,
                    _ -> store.list(Query.all().withTags(Set.of(name))));
        }
        afterWrites(store, "filter two tags", 20, i -> store.list(
                Query.all().withTags(Set.of("reviewed", "team-" + i % 25))));
        afterWrites(store, "filter author, all prompts", 5, _ -> store.list(Query.all().withAuthor("ada")));
        measure("find", 200, _ -> store.find(anyPrompt()));
        measure("get by stage", 200, _ -> store.inStage(anyPrompt(), Stage.PRODUCTION));
        measure("versions of a prompt with 1,000", ROUNDS, _ -> store.versions(shape.longest()));
        measure("versions of any prompt", 200, _ -> store.versions(anyPrompt()));
        measure("get a head", 200, _ -> {
            PromptId id = anyPrompt();
            store.get(id, store.find(id).orElseThrow().head());
        });
        afterWrites(store, "count", 5, _ -> store.count());
    }

    private boolean isWanted(String what) {
        return only.stream().anyMatch(what::contains);
    }

    private PromptId anyPrompt() {
        return shape.of(random.nextInt(prompts - 1));
    }

    private void write(Store store) {
        measure("append (and find before)", 300, i -> append(store, i));
        measure("promote (and find before)", 300, _ -> {
            PromptSummary prompt = store.find(anyPrompt()).orElseThrow();
            store.promote(new Promotion(
                    prompt.id(),
                    Stage.PRODUCTION,
                    Optional.ofNullable(prompt.stages().get(Stage.PRODUCTION)),
                    Optional.of(prompt.head()),
                    Act.by("ada", "Measured.")));
        });
        measure("set tags (and find before)", 300, i -> {
            PromptSummary prompt = store.find(anyPrompt()).orElseThrow();
            store.setTags(prompt.id(), prompt.head(), Set.of("measured", "round-" + i % 10));
        });
    }

    private void bulk(Store store) {
        if (!isWanted("appendAll")) {
            return;
        }
        List<NewVersion> many = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            many.add(NewVersion.first(
                    shape.named("bulk", "b" + i + "-" + System.nanoTime()), VersionLabel.FIRST, content(i), "", ""));
        }
        long start = System.nanoTime();
        store.appendAll(many);
        row("appendAll, versions a second", String.valueOf(5_000L * 1_000_000_000L / (System.nanoTime() - start)));
    }

    private void append(Store store, int number) {
        PromptSummary prompt = store.find(anyPrompt()).orElseThrow();
        store.append(NewVersion.onTop(
                prompt.id(),
                prompt.head(),
                prompt.head().next(VersionLabel.Step.MINOR),
                content(number),
                "ada",
                "Measured."));
    }

    private static Content content(int number) {
        return Content.plain(("Measure " + number + " twice, cut once. ").repeat(25)).withTitle("Measured " + number);
    }

    /// Appends a second when each is forced, by one thread and by many.
    private void force(Store store) throws Exception {
        if (!isWanted("forced appends")) {
            return;
        }
        for (int threads : new int[] {1, 8}) {
            int each = 2_000 / threads;
            LongAdder done = new LongAdder();
            long start = System.nanoTime();
            try (var executor = Executors.newFixedThreadPool(threads)) {
                for (int thread = 0; thread < threads; thread++) {
                    PromptId id = shape.named("forced", "t" + threads + "-" + thread + "-" + System.nanoTime());
                    executor.submit(() -> {
                        Optional<VersionLabel> base = Optional.empty();
                        for (int i = 0; i < each && System.nanoTime() - start < patience; i++) {
                            VersionLabel label = new VersionLabel("1." + i + ".0");
                            base = Optional.of(store.append(new NewVersion(
                                            id, base, label, content(i), "ada", "", Set.of(), Optional.empty()))
                                    .label());
                            done.increment();
                        }
                        return base;
                    });
                }
            }
            row(
                    "forced appends a second, " + threads + (threads == 1 ? " thread" : " threads"),
                    String.format("%.1f", done.sum() * 1e9 / (System.nanoTime() - start)));
        }
    }

    @FunctionalInterface
    private interface Step {
        void run(int round) throws Exception;
    }

    private void measure(String what, int rounds, Step step) {
        measure(what, rounds, _ -> {}, step);
    }

    /// Something is written before each round, so that nothing remembered helps.
    private void afterWrites(Store store, String what, int rounds, Step step) {
        measure(
                what,
                rounds,
                round -> {
                    PromptSummary prompt = store.find(anyPrompt()).orElseThrow();
                    store.setTags(prompt.id(), prompt.head(), Set.of("round-" + round));
                },
                step);
    }

    private void measure(String what, int rounds, Step before, Step step) {
        if (!isWanted(what)) {
            return;
        }
        long[] nanos = new long[rounds];
        int done = 0;
        try {
            long begin = System.nanoTime();
            for (int i = -Math.min(3, rounds); i < rounds && (done < 3 || System.nanoTime() - begin < patience); i++) {
                before.run(i + 3);
                long start = System.nanoTime();
                step.run(i + 3);
                if (i >= 0) {
                    nanos[done++] = System.nanoTime() - start;
                }
            }
        } catch (Exception e) {
            row(what, "failed: " + e);
            return;
        }
        Arrays.sort(nanos, 0, done);
        row(
                what,
                String.format(
                        "median %.2f ms, p95 %.2f ms%s",
                        nanos[done / 2] / 1e6,
                        nanos[Math.min(done - 1, done * 95 / 100)] / 1e6,
                        done == rounds ? "" : ", " + done + " rounds"));
    }

    private static void tell(String what, long start) {
        row(what, String.format("%.1f ms", (System.nanoTime() - start) / 1e6));
    }

    private static void row(String what, String value) {
        System.out.printf("| %s | %s |%n", what, value);
    }

    private static String seconds(long start) {
        return String.format("%.1f s", (System.nanoTime() - start) / 1e9);
    }
}
