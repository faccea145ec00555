package stemma.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import stemma.prompt.PromptId;
import stemma.store.Store;

/// Measures the index on generated texts: `SearchBenchmark [prompts [versions each [words each]]]`, by default
/// 10000 10 200. The full size is `100000 10 200`. The processor's time tells what a query costs on a machine that has
/// other things to do too.
public final class SearchBenchmark {
    private static final int QUERIES = 200;

    private SearchBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int prompts = argument(arguments, 0, 10_000);
        int versionsEach = argument(arguments, 1, 10);
        int wordsEach = argument(arguments, 2, 200);
        Store store = new GeneratedStore(prompts, versionsEach, wordsEach);
        Path folder = Files.createTempDirectory("stemma-search-benchmark");
        try {
            measure(store, folder);
        } finally {
            delete(folder);
        }
    }

    private static int argument(String[] arguments, int index, int usual) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : usual;
    }

    private static void measure(Store store, Path folder) throws IOException {
        System.out.printf("%,d prompts, %,d versions%n", store.count().prompts(), store.count().versions());
        long start = System.nanoTime();
        try (SearchIndex index = SearchIndex.open(folder, store)) {
            index.catchUp(new Unheard());
            System.out.printf("built in %.1f s, %,d MB on disk%n", seconds(start), size(folder) >> 20);
        }
        start = System.nanoTime();
        try (SearchIndex index = SearchIndex.open(folder, store)) {
            System.out.printf("opened in %.3f s%n", seconds(start));
            start = System.nanoTime();
            index.catchUp(new Unheard());
            System.out.printf("nothing to catch up, found out in %.2f s%n", seconds(start));
            queries("narrow a list, rare word", index, SearchBenchmark::narrow, GeneratedStore::rareWord);
            queries("narrow a list, common words", index, SearchBenchmark::narrow,
                    random -> GeneratedStore.word(random) + " " + GeneratedStore.word(random));
            queries("narrow a list, every match", index, (i, typed) -> i.promptsMatching(typed, 1_000_000).size(),
                    GeneratedStore::word);
            queries("narrow a list, first letter", index, SearchBenchmark::narrow,
                    random -> GeneratedStore.word(random).substring(0, 1));
            queries("narrow a list, three letters", index, SearchBenchmark::narrow,
                    random -> (GeneratedStore.rareWord(random) + "xx").substring(0, 3));
            queries("refresh one prompt", index, SearchBenchmark::refresh, random ->
                    String.format("folder000/prompt-%06d", random.nextInt((int) store.count().prompts())));
        }
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf("%,d MB of heap in use%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS") || line.startsWith("RssFile") || line.startsWith("RssAnon"))
                .forEach(System.out::println);
    }

    private static final class Unheard implements SearchIndex.Progress {
        @Override
        public void report(double fraction, long prompts) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    }

    private interface Asked {
        int ask(SearchIndex index, String typed);
    }

    private static int narrow(SearchIndex index, String typed) {
        return index.promptsMatching(typed, 5_000).size();
    }

    private static int refresh(SearchIndex index, String id) {
        int number = Integer.parseInt(id.substring(id.length() - 6));
        index.refresh(new PromptId(String.format("folder%03d/prompt-%06d", number % 500, number)));
        return 1;
    }

    private static void queries(String title, SearchIndex index, Asked asked, Function<Random, String> typed) {
        Random random = new Random(title.hashCode());
        long[] nanos = new long[QUERIES];
        long[] worked = new long[QUERIES];
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long found = 0;
        for (int i = -QUERIES / 4; i < QUERIES; i++) {
            String text = typed.apply(random);
            long start = System.nanoTime();
            long workStart = thread.getCurrentThreadCpuTime();
            found += asked.ask(index, text);
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
                worked[i] = thread.getCurrentThreadCpuTime() - workStart;
            }
        }
        Arrays.sort(nanos);
        Arrays.sort(worked);
        System.out.printf(
                "%-40s p50 %7.2f ms   p95 %7.2f ms   worst %7.2f ms   processor p50 %7.2f ms   p95 %7.2f ms"
                        + "   found %,d on average%n",
                title, nanos[QUERIES / 2] / 1e6, nanos[QUERIES * 95 / 100] / 1e6, nanos[QUERIES - 1] / 1e6,
                worked[QUERIES / 2] / 1e6, worked[QUERIES * 95 / 100] / 1e6, found / (QUERIES + QUERIES / 4));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
