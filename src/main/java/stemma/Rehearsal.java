package stemma;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stemma.settings.Home;
import stemma.store.Store;
import stemma.store.StoreUri;
import stemma.store.Stores;
import stemma.transfer.sample.SampleRegistry;
import stemma.ui.rehearsal.Reader;

/// The program as always, on the sample prompts in a data folder of its own: the window with a reader who presses its
/// keys, or commands one after the other. The build of an installer runs both once to record what the program loads
/// (docs/packagers.md). Nobody's data is touched.
///
/// The exit code is 0 when the session went through and 1 when it got stuck.
final class Rehearsal {
    private static final int FAILED = 1;
    /// A prompt of the samples that has several versions.
    private static final String PROMPT = "support/triage";

    private Rehearsal() {}

    /// @param arguments `window` or `commands`
    public static void main(String[] arguments) throws IOException {
        Path home = Files.createTempDirectory("stemma-rehearsal");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home)));
        StoreUri store = StoreUri.of("h2", new Home(home).embeddedStore().toString());
        try (Store samples = Stores.discovered().open(store)) {
            SampleRegistry.fill(samples, Clock.systemUTC());
        }
        if (arguments[0].equals("commands")) {
            command(home, "list");
            command(home, "list", "--tag", "support");
            command(home, "versions", PROMPT);
            command(home, "get", PROMPT, "@production", "--raw");
            command(home, "history", PROMPT);
            System.exit(0);
        }
        Thread.ofPlatform().daemon().name("reader").start(() -> new Reader(Rehearsal::stuck).read());
        Stemma.main(new String[] {"--home", home.toString(), "--store", store.toString()});
    }

    private static void command(Path home, String... words) {
        List<String> arguments = new ArrayList<>(List.of("--home", home.toString()));
        arguments.addAll(List.of(words));
        if (Stemma.run(arguments) != 0) {
            stuck(String.join(" ", words));
        }
    }

    private static void stuck(String where) {
        System.err.println("The rehearsal got stuck: " + where);
        System.exit(FAILED);
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException problem)
                        throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            System.err.println("The rehearsal's folder " + folder + " could not be deleted: " + e.getMessage());
        }
    }
}
