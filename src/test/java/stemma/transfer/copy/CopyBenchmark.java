package stemma.transfer.copy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import stemma.store.GeneratedStore;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.store.postgres.PostgresServer;
import stemma.transfer.AllPrompts;
import stemma.transfer.JsonLinesExport;
import stemma.transfer.Progress;
import stemma.transfer.drift.DriftReport;

/// Takes versions from a folder to H2, to PostgreSQL and back to a folder, looks for drift, copies again, and compares
/// the exports of both ends. Arguments: an empty folder, how many prompts, how many versions.
public final class CopyBenchmark {
    private CopyBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int prompts = Integer.parseInt(arguments[1]);
        int versions = Integer.parseInt(arguments[2]);
        List<StoreUri> chain = List.of(
                StoreUri.of("file", folder.resolve("first").toString()),
                StoreUri.of("h2", folder.resolve("database").toString()),
                PostgresServer.shared().freshWorkspace(),
                StoreUri.of("file", folder.resolve("last").toString()));
        try (Store store = Stores.discovered().open(chain.getFirst())) {
            GeneratedStore.fill(store, prompts, versions, _ -> {});
            export(store, folder.resolve("first.jsonl"));
        }
        for (int i = 1; i < chain.size(); i++) {
            try (Store from = Stores.discovered().open(chain.get(i - 1));
                    Store to = Stores.discovered().open(chain.get(i))) {
                String way = from.uri().scheme() + " → " + to.uri().scheme();
                StoreCopy copy = new StoreCopy(from, to, new CopyOptions(false, false, "copier"));
                time(way + ", dry run", versions, () -> plan(copy, from));
                time(way, versions, () -> run(copy, from));
                time(way + ", again", versions, () -> run(copy, from));
                time(way + ", drift", versions, () -> drift(from, to));
            }
        }
        try (Store store = Stores.discovered().open(chain.getLast())) {
            export(store, folder.resolve("last.jsonl"));
        }
        System.out.println(
                Files.mismatch(folder.resolve("first.jsonl"), folder.resolve("last.jsonl")) < 0
                        ? "both exports are the same"
                        : "THE EXPORTS DIFFER");
    }

    private static String plan(StoreCopy copy, Store from) {
        return shown(copy.plan(AllPrompts.ids(from, Progress.NONE), _ -> {}, Progress.NONE));
    }

    private static String run(StoreCopy copy, Store from) {
        return shown(copy.run(AllPrompts.ids(from, Progress.NONE), _ -> {}, Progress.NONE));
    }

    private static String shown(CopySummary summary) {
        return summary.count(Outcome.ADDED) + " added, " + summary.count(Outcome.THERE) + " there, "
                + summary.count(Outcome.CONFLICT) + " conflicts, " + summary.count(Outcome.FAILED) + " failed";
    }

    private static String drift(Store from, Store to) {
        AtomicLong rows = new AtomicLong();
        boolean equal =
                new DriftReport(from, to).run(page -> rows.addAndGet(page.size()), Progress.NONE).isEqual();
        return rows + " prompts, " + (equal ? "equal" : "NOT EQUAL");
    }

    private interface Act {
        String perform();
    }

    private static void time(String what, int versions, Act act) {
        long start = System.nanoTime();
        String result = act.perform();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%-28s %8.2f s %8.0f versions/s  %s%n", what, seconds, versions / seconds, result);
    }

    private static void export(Store store, Path file) throws IOException {
        new JsonLinesExport(store).run(file, Progress.NONE);
    }
}
