package stemma.diff;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stemma.prompt.Json;

/// Measures the diff beside VS Code's and git's on the same texts in one run; how to start it is told in
/// `docs/benchmarks.md`.
///
/// Arguments: the file of real versions, then optionally the folder that has `node_modules/monaco-editor`.
final class DiffBenchmark {
    private static final int WARM_UP = 15;
    private static final int ROUNDS = 9;

    /// @param milliseconds median
    private record Result(double milliseconds, long deleted, long inserted, int marks, boolean gaveUp) {}

    private record Row(BenchmarkCases.Case of, Result ours, double megabytes, Optional<Result> code, double git) {}

    private DiffBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<BenchmarkCases.Case> cases = BenchmarkCases.all(Path.of(arguments[0]));
        Map<String, Result> code =
                arguments.length > 1 ? runNode(cases, Path.of(arguments[1])) : Map.of();
        warmUp(cases);
        List<Row> rows = new ArrayList<>();
        for (BenchmarkCases.Case each : cases) {
            long before = allocated();
            TextDiff.compare(each.left(), each.right());
            double megabytes = (allocated() - before) / 1e6;
            double git = runGit(each);
            rows.add(new Row(each, run(each), megabytes, Optional.ofNullable(code.get(key(each))), git));
        }
        print(rows);
    }

    private static String key(BenchmarkCases.Case each) {
        return each.group() + " " + each.name();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static void warmUp(List<BenchmarkCases.Case> cases) {
        for (int round = 0; round < WARM_UP; round++) {
            cases.stream().filter(each -> !each.group().equals("hostile")).forEach(each ->
                    TextDiff.compare(each.left(), each.right()));
        }
    }

    private static Result run(BenchmarkCases.Case each) {
        double[] times = new double[ROUNDS];
        TextDiff diff = TextDiff.compare(each.left(), each.right());
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            diff = TextDiff.compare(each.left(), each.right());
            times[round] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        long deleted = 0;
        long inserted = 0;
        List<Edit> edits = diff.edits();
        for (Edit edit : edits) {
            deleted += edit.left().length();
            inserted += edit.right().length();
        }
        return new Result(times[ROUNDS / 2], deleted, inserted, edits.size(), diff.isCoarse());
    }

    private static Map<String, Result> runNode(List<BenchmarkCases.Case> cases, Path folder)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile("stemma-diff-cases", ".jsonl");
        Files.write(file, cases.stream().map(each -> each.toJson().compact()).toList());
        Path script = Path.of("src", "test", "node", "monaco-diff.mjs");
        Process process = new ProcessBuilder(
                        "node", "--max-old-space-size=6000", script.toString(), folder.toString(), file.toString(), "3")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, Result> results = new HashMap<>();
        try (var lines = process.inputReader()) {
            lines.lines().forEach(line -> {
                Json.Object json = Json.parseObject(line);
                results.put(
                        ((Json.Text) json.get("group").orElseThrow()).value() + " "
                                + ((Json.Text) json.get("name").orElseThrow()).value(),
                        new Result(
                                number(json, "milliseconds"),
                                (long) number(json, "deleted"),
                                (long) number(json, "inserted"),
                                (int) number(json, "marks"),
                                json.get("gaveUp").equals(Optional.of(new Json.Bool(true)))));
            });
        }
        process.waitFor();
        Files.delete(file);
        return results;
    }

    private static double number(Json.Object json, String name) {
        return Double.parseDouble(((Json.Number) json.get(name).orElseThrow()).value());
    }

    /// Milliseconds of one `git diff` process, start of the process included.
    private static double runGit(BenchmarkCases.Case each) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("stemma-diff");
        Files.writeString(folder.resolve("left.txt"), each.left());
        Files.writeString(folder.resolve("right.txt"), each.right());
        long start = System.nanoTime();
        new ProcessBuilder(
                        "git", "diff", "--no-index", "--histogram", "--word-diff=porcelain", "left.txt", "right.txt")
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        double time = (System.nanoTime() - start) / 1e6;
        Files.delete(folder.resolve("left.txt"));
        Files.delete(folder.resolve("right.txt"));
        Files.delete(folder);
        return time;
    }

    private static void print(List<Row> rows) {
        System.out.println("| texts | Stemma | VS Code | faster | git (a process each) | deleted, inserted, marks"
                + " | VS Code's | allocated |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(row.of().group(), _ -> new ArrayList<>()).add(row));
        groups.forEach((group, members) -> {
            if (group.equals("real")) {
                print(members.size() + " real pairs in all", members);
            } else {
                members.forEach(row -> print(group + ": " + row.of().name(), List.of(row)));
            }
        });
    }

    private static void print(String name, List<Row> rows) {
        double ours = rows.stream().mapToDouble(row -> row.ours().milliseconds()).sum();
        double git = rows.stream().mapToDouble(Row::git).sum();
        List<Result> code = rows.stream().flatMap(row -> row.code().stream()).toList();
        double theirs = code.stream().mapToDouble(Result::milliseconds).sum();
        long coarse = rows.stream().filter(row -> row.ours().gaveUp()).count();
        long gaveUp = code.stream().filter(Result::gaveUp).count();
        double megabytes = rows.stream().mapToDouble(Row::megabytes).max().orElse(0);
        System.out.printf(
                "| %s | %.1f ms%s | %s | %s | %.0f ms | %s | %s | %.0f MB |%n",
                name,
                ours,
                coarse == 0 ? "" : ", " + coarse + " coarse",
                code.isEmpty() ? "–" : "%.1f ms%s".formatted(theirs, gaveUp == 0 ? "" : ", " + gaveUp + " given up"),
                code.isEmpty() ? "–" : "%.0f ×".formatted(theirs / ours),
                git,
                marks(rows.stream().map(Row::ours).toList()),
                code.isEmpty() ? "–" : marks(code),
                megabytes);
    }

    private static String marks(List<Result> results) {
        return "%,d, %,d, %,d".formatted(
                results.stream().mapToLong(Result::deleted).sum(),
                results.stream().mapToLong(Result::inserted).sum(),
                results.stream().mapToInt(Result::marks).sum());
    }
}
