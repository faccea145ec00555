package stemma.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import stemma.prompt.Content;
import stemma.prompt.PromptId;
import stemma.prompt.VersionLabel;
import stemma.store.NewVersion;
import stemma.store.Opening;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;

/// How long `stemma list` takes in a process of its own, from its start to its end: the median of ten.
final class FirstAnswerBenchmark {
    private static final int RUNS = 10;

    private FirstAnswerBenchmark() {}

    /// @param arguments a folder to work in, then numbers of prompts
    public static void main(String[] arguments) throws Exception {
        for (String count : List.of(arguments).subList(1, arguments.length)) {
            Path home = Path.of(arguments[0]).resolve(count);
            StoreUri uri = StoreUri.of("h2", home.resolve("prompts").toAbsolutePath().toString());
            if (!Files.exists(home)) {
                fill(uri, Integer.parseInt(count));
            }
            measure(count + " prompts, defaults", List.of(), home);
            measure(
                    count + " prompts, C1 and serial collector",
                    List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"),
                    home);
        }
    }

    private static void fill(StoreUri uri, int count) {
        try (Store store = Stores.discovered(Opening.at(Clock.systemUTC())).open(uri)) {
            List<NewVersion> versions = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                versions.add(new NewVersion(
                        new PromptId("folder" + i % 50 + "/prompt" + i),
                        Optional.empty(),
                        VersionLabel.FIRST,
                        Content.plain("Hello {{name}}, this is prompt " + i),
                        "ada",
                        "",
                        Set.of("tag" + i % 10),
                        Optional.empty()));
            }
            store.appendAll(versions);
        }
    }

    private static void measure(String what, List<String> options, Path home) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(options);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), "stemma.Stemma", "--home", home.toString(), "list"));
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException("exit code " + code);
            }
            millis.add((System.nanoTime() - start) / 1_000_000);
        }
        millis.sort(null);
        System.out.printf("list, %s: median %d ms, from %d to %d%n", what, millis.get(RUNS / 2), millis.getFirst(), millis.getLast());
    }
}
